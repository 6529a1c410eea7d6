"""Where a reader is on a page."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Locator, Page, expect


class Box(TypedDict):
    """A rectangle of the window."""

    x: float
    y: float
    width: float
    height: float


def expect_place(page: Page, address: str) -> None:
    """The page is at an address, and shows what its anchor names."""
    page.wait_for_url(address)
    anchor = address.partition("#")[2]
    if anchor:
        expect(page.locator(":target")).to_have_id(anchor)
        expect(page.locator(":target")).to_be_in_viewport()


def box(locator: Locator) -> Box:
    """The rectangle of an element that is shown."""
    found = locator.bounding_box()
    assert found is not None, f"{locator} is not shown"
    return Box(x=found["x"], y=found["y"], width=found["width"], height=found["height"])
