"""Every check of the sources, in one explicit list."""

from __future__ import annotations

from handbook.checks import (
    citation_not_link,
    draft_fates,
    draft_items,
    draft_order,
    draft_words,
    footnote_cites,
    footnote_order,
    footnote_place,
    footnote_placeholder,
    footnote_record,
    footnote_text,
    macro_arguments,
    macro_unknown,
    names_markup,
    names_missing,
    names_placeholders,
    names_unknown,
    page_contents,
    page_header,
    page_links,
    page_missing,
    page_paragraphs,
    page_sections,
    page_subject,
    plan_columns,
    plan_goals,
    plan_items,
    record_acts,
    record_ids,
    record_places,
    reference_exists,
    reference_form,
    reference_label,
    reference_self,
    reference_set,
    sections,
    table_budget,
    table_call,
    table_lines,
    table_rows,
    table_scale,
    table_sums,
    term_unused,
    unit_outside,
    unit_tail,
    unit_words,
    units,
    word_acts,
    word_figures,
    word_form,
    word_punctuation,
    word_script,
)
from handbook.checks.check import Check, Problem, run_checks
from handbook.findings.codes import Code
from handbook.findings.descriptions import DESCRIPTIONS
from handbook.findings.explain import Explanation

#: Sorted by code.
ALL: tuple[Check, ...] = (
    draft_items.CHECK,
    draft_order.CHECK,
    draft_fates.CHECK,
    draft_words.CHECK,
    footnote_text.CHECK,
    footnote_place.CHECK,
    footnote_order.CHECK,
    footnote_cites.CHECK,
    footnote_placeholder.CHECK,
    footnote_record.CHECK,
    term_unused.CHECK,
    macro_unknown.CHECK,
    macro_arguments.CHECK,
    names_missing.CHECK,
    names_placeholders.CHECK,
    names_markup.CHECK,
    names_unknown.CHECK,
    page_missing.CHECK,
    page_subject.CHECK,
    page_header.CHECK,
    page_sections.CHECK,
    page_paragraphs.CHECK,
    page_links.CHECK,
    page_contents.CHECK,
    record_acts.CHECK,
    record_places.CHECK,
    record_ids.CHECK,
    reference_form.CHECK,
    reference_exists.CHECK,
    reference_label.CHECK,
    reference_set.CHECK,
    reference_self.CHECK,
    citation_not_link.CHECK,
    plan_columns.CHECK,
    plan_goals.CHECK,
    plan_items.CHECK,
    table_rows.CHECK,
    table_sums.CHECK,
    table_scale.CHECK,
    table_call.CHECK,
    table_budget.CHECK,
    table_lines.CHECK,
    units.CHECK,
    sections.CHECK,
    unit_outside.CHECK,
    unit_tail.CHECK,
    unit_words.CHECK,
    word_figures.CHECK,
    word_acts.CHECK,
    word_script.CHECK,
    word_punctuation.CHECK,
    word_form.CHECK,
)

__all__ = ["ALL", "Check", "Problem", "explanations", "run_checks"]


def explanations() -> dict[Code, Explanation]:
    """What is said of every code, in the order of the table."""
    of_checks = {check.code: check.explanation for check in ALL}
    others = {code: Explanation(code, text.strip()) for code, text in DESCRIPTIONS.items()}
    if silent := [code for code in Code if code not in of_checks and code not in others]:
        raise LookupError(f"{silent[0]} has neither a check in ALL nor a description in findings/descriptions.py")
    return {code: of_checks[code] if code in of_checks else others[code] for code in Code}
