"""Where a line contains a title: as printed, with slips, or enough of it to mean it."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from awardcli.language.fold import fold
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.linking.line_parts import Cut, LineParts, Span, number_value
from awardcli.search.linking.same_names import SameName, begins_a_medium, same_name, without_channel
from awardcli.search.linking.spelling import AS_PRINTED, Spelling, coded, slips_forgiven, spelling_of
from awardcli.search.linking.title_forms import TitleForm


def placements(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains a form of a title, with how it is spelt there.

    A form that is there as printed is not looked for with slips. At most `weights.MOST_PLACES` exact places are given.
    """
    key, cuts, length = parts.key, parts.cuts, len(form.key)
    exact = 0
    start = key.find(form.key)
    while start >= 0 and exact < weights.MOST_PLACES:
        if cuts[start] > Cut.INSIDE and cuts[start + length] > Cut.INSIDE:
            exact += 1
            yield Span(start, start + length), AS_PRINTED
        start = key.find(form.key, start + 1)
    most = int(slips_forgiven(form.key))
    if exact or not slips_forgiven(form.key):
        return
    code = coded(key)
    for span in parts.readings(length + most, length - most):
        if OSA.distance(code[span.start : span.end], form.code, score_cutoff=weights.MOST_UNLIKE) > weights.MOST_UNLIKE:
            continue
        if found := spelling_of(key[span.start : span.end], form.key, of_body=form.of_body, word_ends=form.word_ends):
            yield span, found


def incomplete(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains enough of a title, or of an organization's name, to mean it."""
    if not form.omitted:
        yield from _short_name(parts, form) if form.of_body else _unfinished(parts, form)


def _short_name(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The whole line, where it is a short form of an organization's name with all its numbers: 黄浦分局, 静安公安."""
    has_numbers = all(character in parts.key for character in filter(number_value, form.key))
    if (len(parts) < weights.LONG_TITLE and not begins_a_medium(parts.line, form.title)) or not has_numbers:
        return
    agreement = same_name(parts.line, form.title)
    is_longer = len(parts) >= len(form.key) and fold(without_channel(parts.line)) != form.key
    if agreement is SameName.YES or (agreement is SameName.IN_PART and not is_longer):
        lengths = sorted((len(parts), len(form.key)))
        share = weights.SHORT_NAME + (1 - weights.SHORT_NAME) * lengths[0] / lengths[1]
        yield Span(0, len(parts)), Spelling(min(share, weights.MOST_IN_DOUBT / 100), Tier.SUBSTRING)


def _unfinished(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains most of a long title, from its beginning: 献给每一个为上海重启."""
    for span in (Span(0, len(parts)), *parts.marked):
        begun = parts.key[span.start : span.end]
        rest = form.key[len(begun) :]
        share = len(begun) / len(form.key)
        is_most = len(begun) >= weights.LONG_BEGINNING and share >= weights.UNFINISHED
        if is_most and form.han and form.key.startswith(begun) and not any(map(number_value, rest)):
            yield span, Spelling(share, Tier.PREFIX)
