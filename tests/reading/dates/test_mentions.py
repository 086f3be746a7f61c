"""`shuttle.reading.dates.find_dates`: what a text says of days, months and years, and no more."""

import pytest

from shuttle.reading.dates import DateMention, find_dates, resolve_again
from shuttle.reading.sentences import split_sentences


def read(text: str, reference: str | None = None) -> tuple[DateMention, ...]:
    """Return the dates of ``text``."""
    return find_dates(text, split_sentences(text), reference)


def brief(text: str, reference: str | None) -> list[tuple[str, str | None, str | None]]:
    """Return words, value and end of each date of ``text``."""
    return [(text[mention.start : mention.end], mention.value, mention.end_value) for mention in read(text, reference)]


@pytest.mark.parametrize(
    ("text", "words", "value", "end_value"),
    [
        pytest.param("They met on 2 July 2024.", "2 July 2024", "2024-07-02", None, id="day-first"),
        pytest.param("They met on July 2, 2024.", "July 2, 2024", "2024-07-02", None, id="month-first"),
        pytest.param("They met on 13 Jan 2026.", "13 Jan 2026", "2026-01-13", None, id="short-month"),
        pytest.param("They met on JANUARY 13, 2026.", "JANUARY 13, 2026", "2026-01-13", None, id="capitals"),
        pytest.param("dated 2026-01-13.", "2026-01-13", "2026-01-13", None, id="iso"),
        pytest.param("dated 2026-01-13T10:00.", "2026-01-13", "2026-01-13", None, id="iso-with-time"),
        pytest.param("dated 2026.01.13.", "2026.01.13", "2026-01-13", None, id="korean-stops"),
        pytest.param("dated 28/10/2025.", "28/10/2025", "2025-10-28", None, id="slashes-day-first"),
        pytest.param("dated 10/28/2025.", "10/28/2025", "2025-10-28", None, id="slashes-month-first-if-it-must"),
        pytest.param("the 13th of January 2026", "the 13th of January 2026", "2026-01-13", None, id="ordinal-of"),
        pytest.param(
            "On January 13 (Tue), 2026,", "January 13 (Tue), 2026", "2026-01-13", None, id="weekday-bracketed"
        ),
        pytest.param(
            "since October 7<sup>th</sup>, 2023", "October 7<sup>th</sup>, 2023", "2023-10-07", None, id="markup"
        ),
        pytest.param("on 8th-9th March 2023", "8th-9th March 2023", "2023-03-08", "2023-03-09", id="range-day-first"),
        pytest.param(
            "on Oct. 30-Nov. 1, 2025", "Oct. 30-Nov. 1, 2025", "2025-10-30", "2025-11-01", id="range-across-months"
        ),
        pytest.param(
            "from 31 December to 2 January 2026",
            "31 December to 2 January 2026",
            "2025-12-31",
            "2026-01-02",
            id="range-across-years",
        ),
        pytest.param(
            "on Dec. 31, 2025-Jan. 2, 2026", "Dec. 31, 2025-Jan. 2, 2026", "2025-12-31", "2026-01-02", id="two-years"
        ),
        pytest.param(
            "on June 5, 6 and 7, 2026", "June 5, 6 and 7, 2026", "2026-06-05", "2026-06-07", id="days-in-a-row"
        ),
        pytest.param("in late October 2025", "late October 2025", "2025-10", None, id="late-month"),
        pytest.param("in March-April 2024", "March-April 2024", "2024-03", "2024-04", id="months"),
        pytest.param("in the first half of 2026", "the first half of 2026", "2026", None, id="half-year"),
        pytest.param("in the summer of 2023", "the summer of 2023", "2023", None, id="season"),
        pytest.param("In 2018, they met.", "2018", "2018", None, id="year"),
    ],
)
def test_a_date_with_its_year_needs_no_reference(text: str, words: str, value: str, end_value: str | None) -> None:
    """A date with its year is resolved whatever the document."""
    assert brief(text, None) == [(words, value, end_value)]


@pytest.mark.parametrize(
    ("reference", "text", "words", "value", "end_value"),
    [
        # weekdays: the newest such day up to the document's, unless the verb looks forward
        pytest.param("2026-01-14", "They met on Tuesday.", "Tuesday", "2026-01-13", None, id="weekday-past"),
        pytest.param("2026-01-14", "They met on Wednesday.", "Wednesday", "2026-01-14", None, id="weekday-same-day"),
        pytest.param("2026-01-14", "They will meet on Tuesday.", "Tuesday", "2026-01-20", None, id="weekday-will"),
        pytest.param("2024-05-24", "Macron travels to Germany on Sunday.", "Sunday", "2024-05-26", None, id="travels"),
        pytest.param("2025-08-11", "before he leaves on Wednesday.", "Wednesday", "2025-08-13", None, id="leaves"),
        pytest.param("2024-05-24", "On Monday Macron is to speak.", "Monday", "2024-05-27", None, id="verb-behind"),
        pytest.param("2025-08-11", "Last Thursday, when", "Last Thursday", "2025-08-07", None, id="last-weekday"),
        pytest.param("2026-01-14", "It is next Monday.", "next Monday", "2026-01-19", None, id="next-weekday"),
        pytest.param(
            "2025-05-14", "due to fly later on Wednesday.", "later on Wednesday", "2025-05-14", None, id="later"
        ),
        pytest.param(
            "2026-01-14", "They met on Tuesday evening.", "Tuesday evening", "2026-01-13", None, id="part-of-day"
        ),
        pytest.param(
            "2026-01-14",
            "They met on Saturday and Sunday.",
            "Saturday and Sunday",
            "2026-01-10",
            "2026-01-11",
            id="two",
        ),
        pytest.param("2026-05-07", "on a three-day visit until May 9", "May 9", "2026-05-07", "2026-05-09", id="stay"),
        pytest.param("2026-01-20", "stayed through Wednesday", "Wednesday", "2026-01-14", None, id="no-length"),
        pytest.param("2026-01-20", "They met on Monday last week.", "Monday last week", "2026-01-12", None, id="week"),
        pytest.param(
            "2026-01-20", "stayed for two days through Wednesday", "Wednesday", "2026-01-13", "2026-01-14", id="through"
        ),
        # a day and month take their year from the tense and from nearness
        pytest.param(
            "2026-01-14", "They met on January 13-14.", "January 13-14", "2026-01-13", "2026-01-14", id="range"
        ),
        pytest.param("2026-01-14", "They met on Dec. 3.", "Dec. 3", "2025-12-03", None, id="past-december"),
        pytest.param("2025-12-20", "They will meet on Jan. 13.", "Jan. 13", "2026-01-13", None, id="future-january"),
        pytest.param(
            "2019-08-21",
            "a state visit on Sept. 2 and 3, and was to hold talks",
            "Sept. 2 and 3",
            "2019-09-02",
            "2019-09-03",
            id="was-to",
        ),
        pytest.param(
            "2026-01-14",
            "from Dec. 31 to Jan. 2 they met",
            "Dec. 31 to Jan. 2",
            "2025-12-31",
            "2026-01-02",
            id="new-year",
        ),
        pytest.param(
            "2025-10-05",
            "from 30 September to 1 October",
            "30 September to 1 October",
            "2025-09-30",
            "2025-10-01",
            id="from-to",
        ),
        pytest.param("2025-10-28", "met on Tuesday, 28 October.", "Tuesday, 28 October", "2025-10-28", None, id="both"),
        pytest.param(
            "2026-06-01", "on Tuesday, 28 October,", "Tuesday, 28 October", "2025-10-28", None, id="by-weekday"
        ),
        pytest.param("2023-08-24", "the July 27 meeting between them", "July 27", "2023-07-27", None, id="attribute"),
        pytest.param(
            "2024-07-04", "the meeting to take place on July 15", "July 15", "2024-07-15", None, id="to-take-place"
        ),
        pytest.param(
            "1989-11-02", "was extended to Nov. 20.", "Nov. 20", "1989-11-20", None, id="nobody-omits-a-year-so-far"
        ),
        # months
        pytest.param("2026-01-14", "visited Japan last August.", "last August", "2025-08", None, id="last-august"),
        pytest.param(
            "2026-01-14", "in October of last year", "October of last year", "2025-10", None, id="of-last-year"
        ),
        pytest.param("2024-05-24", "in July last year", "July last year", "2023-07", None, id="last-year"),
        pytest.param("2024-07-02", "in January this year", "January this year", "2024-01", None, id="this-year"),
        pytest.param("2026-01-14", "They met in November.", "November", "2025-11", None, id="past-month"),
        pytest.param("2023-05-07", "They met in March.", "March", "2023-03", None, id="march"),
        pytest.param(
            "2023-01-09", "to come to Washington in early February.", "early February", "2023-02", None, id="early"
        ),
        pytest.param(
            "2026-01-16", "They agreed to meet again in May.", "May", "2026-05", None, id="agreed-to-meet-in-may"
        ),
        pytest.param(
            "2026-01-14", "They met late last month.", "late last month", "2025-12", None, id="late-last-month"
        ),
        pytest.param(
            "2026-03-14", "fixed the previous month", "the previous month", "2026-02", None, id="previous-month"
        ),
        pytest.param("2026-05-14", "between January and March", "January and March", "2026-01", "2026-03", id="months"),
        # today and its neighbours
        pytest.param("2026-01-14", "They met today.", "today", "2026-01-14", None, id="today"),
        pytest.param(
            "2026-01-14", "yesterday (Jan. 13)", "yesterday (Jan. 13)", "2026-01-13", None, id="yesterday-dated"
        ),
        pytest.param(
            "2024-07-11", "met yesterday evening", "yesterday evening", "2024-07-10", None, id="yesterday-evening"
        ),
        pytest.param("2021-08-23", "the meeting tomorrow", "tomorrow", "2021-08-24", None, id="tomorrow"),
        pytest.param("2021-11-23", "today, Tuesday", "today, Tuesday", "2021-11-23", None, id="today-tuesday"),
        # a week is known no better than by its month
        pytest.param("2026-01-14", "earlier this week", "earlier this week", "2026-01", None, id="this-week"),
        pytest.param("2025-11-08", "last week", "last week", None, None, id="a-week-in-two-months"),
        pytest.param("2023-02-14", "hosted two weeks ago", "two weeks ago", None, None, id="weeks-ago-in-two-months"),
        pytest.param("2026-01-14", "three months ago", "three months ago", "2025-10", None, id="months-ago"),
        pytest.param("2026-01-14", "two years ago", "two years ago", "2024", None, id="years-ago"),
        pytest.param("2026-01-14", "in two months' time", "two months' time", "2026-03", None, id="months'-time"),
        pytest.param("2026-01-14", "in three days’ time", "three days’ time", "2026-01-17", None, id="days'-time"),
        pytest.param("2026-01-14", "more than two years ago", "more than two years ago", None, None, id="vague"),
        pytest.param("2026-01-14", "a few months ago", "a few months ago", None, None, id="a-few"),
        # the day of an unnamed month
        pytest.param("2023-03-17", "met in Tokyo on the 16th.", "the 16th", "2023-03-16", None, id="sixteenth"),
        pytest.param("2023-03-10", "met in Tokyo on the 16th.", "the 16th", "2023-02-16", None, id="of-last-month"),
        pytest.param(
            "2024-05-20",
            "They will meet on the 26th and 27th.",
            "the 26th and 27th",
            "2024-05-26",
            "2024-05-27",
            id="days",
        ),
    ],
)
def test_a_date_without_its_year_is_read_from_the_document_s_date(
    reference: str, text: str, words: str, value: str | None, end_value: str | None
) -> None:
    """Tense, nearness and the document's date settle the rest, no more exactly than the words."""
    assert brief(text, reference) == [(words, value, end_value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met on January 3. The following day, they parted.", "2026-01-04", id="following-day"),
        pytest.param("They met on January 3. They parted the next morning.", "2026-01-04", id="next-morning"),
        pytest.param("They met on January 3. Two days later he left.", "2026-01-05", id="two-days-later"),
        pytest.param("They met on January 3. On the same day she left.", "2026-01-03", id="same-day"),
        pytest.param("They met on January 3. They ended the day with a dinner.", "2026-01-03", id="ended-the-day"),
        pytest.param("They met on January 3. She had come a day earlier.", "2026-01-02", id="a-day-earlier"),
        pytest.param("They met in December 2019. In August of the same year, he left.", "2019-08", id="same-year"),
        pytest.param("They parted on the following day, January 4.", "2026-01-04", id="dated"),
        pytest.param("They parted the next morning.", None, id="nothing-to-follow"),
        pytest.param("It came a day after he announced it.", None, id="after-what-has-no-date"),
        pytest.param("It took place less than three months after he visited.", None, id="three-months-after"),
    ],
)
def test_what_is_counted_from_another_date_takes_the_one_last_mentioned(text: str, value: str | None) -> None:
    """ "The following day" follows the date last mentioned; without one it is unknown."""
    assert read(text, "2026-01-14")[-1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "In 2018, they met three times. On April 27 they met in Panmunjom.",
            ["2018", "2018-04-27"],
            id="head-of-paragraph",
        ),
        pytest.param("In 2018, on Sept. 18, they met.", ["2018", "2018-09-18"], id="same-sentence"),
        pytest.param("They met in 2018. They will meet on April 27.", ["2018", "2026-04-27"], id="not-for-the-future"),
    ],
)
def test_a_year_named_nearby_is_the_year(text: str, values: list[str]) -> None:
    """A year at the head of what is told holds for its dates in the past."""
    assert [mention.value for mention in read(text, "2026-01-14")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The delegation could leave Oslo as soon as Monday.", "2026-01-19", id="as-soon-as"),
        pytest.param("The delegation, he said, might come as early as on Monday.", "2026-01-19", id="as-early-as"),
        pytest.param("She was named envoy, effective Feb. 1.", "2026-02-01", id="effective"),
        pytest.param("As soon as they met on Monday, it was signed.", "2026-01-12", id="a-conjunction-says-nothing"),
    ],
)
def test_words_at_once_before_a_date_say_that_it_is_to_come(text: str, value: str) -> None:
    """ "As early as Monday" lies ahead, whatever the verb before it."""
    assert [mention.value for mention in read(text, "2026-01-14")] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param('He said on January 14, "We met yesterday."', ["2026-01-14", "2026-01-13"], id="said-before"),
        pytest.param('"We met yesterday," he said on January 14.', ["2026-01-13", "2026-01-14"], id="said-behind"),
        pytest.param(
            'He said on January 14, "We met."\n\nHe added, "This morning we saw a temple."',
            ["2026-01-14", "2026-01-14"],
            id="goes-on-in-the-next-paragraph",
        ),
        pytest.param('He said on January 14, "We met." She met him today.', ["2026-01-14", "2026-01-16"], id="outside"),
        pytest.param(
            'He visited her on January 14 in Nara. "We met today," he said.',
            ["2026-01-14", "2026-01-16"],
            id="no-speech",
        ),
    ],
)
def test_yesterday_in_a_quotation_is_counted_from_the_day_it_was_spoken(text: str, values: list[str]) -> None:
    """Inside a quotation the day of speaking, where stated, is the present."""
    assert [mention.value for mention in read(text, "2026-01-16")] == values


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march.",
        "Prime Minister May said the speech by May was long.",
        "the March on Washington",
        "April Ryan asked.",
        "the second meeting, a second time, one second",
        "The Sun and the Sat Nav, Mon Dieu",
        "the Good Friday Agreement",
        "10,000 people of the G20",
        "page 2020, No. 1874, tel. 02-2100-2025, $2000, 2000km",
        "Resolution 1718 and UNSCR 2270",
        "on the 16th floor, the 16th meeting, the 38th parallel",
        "the 60th anniversary",
        "a three-day visit of 30 days, two weeks of talks, in the past year",
        "the sixth round of the day-to-day talks",
        "on February 30",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    """Surnames, verbs, numbers of things and lengths are no dates."""
    assert brief(text, "2026-01-14") == []


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        pytest.param("on 2 July 2024", "absolute", "event", id="absolute"),
        pytest.param("on January 13", "calendar", "event", id="calendar"),
        pytest.param("in November", "calendar", "event", id="month"),
        pytest.param("met on the 16th.", "day-of-month", "event", id="day-of-month"),
        pytest.param("on Tuesday", "weekday", "event", id="weekday"),
        pytest.param("last August", "deictic", "event", id="last-august"),
        pytest.param("October of last year", "deictic", "event", id="of-last-year"),
        pytest.param("this morning", "deictic", "event", id="this-morning"),
        pytest.param("this year", "deictic", "event", id="this-year"),
        pytest.param("two days later", "anaphoric", "event", id="later"),
        pytest.param("the following day", "anaphoric", "event", id="following"),
        pytest.param("three months after he left", "offset", "event", id="after"),
        pytest.param("two weeks ago", "offset", "event", id="ago"),
        pytest.param("in 2018", "year", "event", id="year"),
        pytest.param("the first since 2015", "year", "since", id="since"),
        pytest.param("to double trade by 2030", "year", "deadline", id="by"),
        pytest.param("by the end of March", "calendar", "deadline", id="by-the-end-of"),
        pytest.param("stays until Wednesday", "weekday", "until", id="until"),
        pytest.param("in fiscal 2026", "year", "other", id="fiscal"),
        pytest.param("in the 1990s", "year", "other", id="decade"),
        pytest.param("from 2011 to 2015", "year", "other", id="years"),
        pytest.param("under the 1965 treaty", "year", "other", id="treaty"),
        pytest.param("through the Climate Crisis 2030 programme", "year", "other", id="name"),
        pytest.param("after the Sept. 11 attacks", "calendar", "other", id="attacks"),
    ],
)
def test_kind_and_role(text: str, kind: str, role: str) -> None:
    """Each way to name a date has its kind, and the words around it give its role."""
    (mention,) = read(text, "2026-01-14")
    assert (mention.kind, mention.role) == (kind, role)


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("They will meet on Monday.", True),
        ("They agreed to meet in May.", True),
        ("The talks are scheduled for February 3.", True),
        ("a meeting next month", True),
        ("to host him later this year", True),
        ("He is due in Seoul on February 3.", True),
        ("The summit in Madrid on June 29-30, 2026,", True),
        ("Building on the summit in August, they agreed to accelerate.", False),
        ("They met on Monday.", False),
        ("He had been due in Germany in July last year.", False),
        ("It will be remembered that they met on May 7, 2023.", False),
    ],
)
def test_future_is_what_the_governing_words_look_forward_to(text: str, future: bool) -> None:
    """A date is future by the words that govern it, and never once it is over."""
    assert read(text, "2026-01-14")[0].future is future


def test_the_parts_are_what_the_words_give() -> None:
    """Month, day and year are those of the words, not of the resolution."""
    first, second = read("from 30 September to 1 October, after January 13-14, 2026", None)
    assert (first.month, first.day, first.end_month, first.end_day, first.year) == (9, 30, 10, 1, None)
    assert (second.month, second.day, second.end_day, second.year) == (1, 13, 14, 2026)
    (third,) = read("met on the 16th.", None)
    assert (third.month, third.day, third.value) == (None, 16, None)


def test_the_name_of_an_attack_is_no_day_of_this_year() -> None:
    """ "The October 7 attack" says no year, and its year is not guessed."""
    assert read("after the October 7 attack", "2026-01-14")[0].value is None


@pytest.mark.parametrize(
    ("reference", "values"),
    [
        pytest.param("2026-01-14", ["2026-01-13", "2025-08", "2025-10", "2026-01-12"], id="day"),
        pytest.param("2026-01", ["2026-01-13", "2025-08", "2025-10", None], id="month"),
        pytest.param("2026", ["2026-01-13", None, "2025-10", None], id="year"),
        pytest.param(None, [None, None, None, None], id="none"),
    ],
)
def test_a_coarse_reference_settles_only_what_it_can(reference: str | None, values: list[str | None]) -> None:
    """A month or a year as reference gives no more than holds for each of its days."""
    text = "They met on January 13 after last August, after October of last year, and on Monday."
    mentions = read(text, reference)
    assert [mention.value for mention in mentions] == values
    assert resolve_again(read(text, None), text, split_sentences(text), reference) == mentions


@pytest.mark.parametrize(
    ("text", "reference", "when"),
    [
        pytest.param("They met last week.", "2025-11-08", "2025-10-27/2025-11-02", id="last-week"),
        pytest.param("They met earlier this week.", "2025-05-01", "2025-04-28/2025-05-04", id="this-week"),
        pytest.param("They met three weeks ago.", "2025-02-20", "2025-01-27/2025-02-02", id="weeks-ago"),
        pytest.param("They met over the weekend.", "2025-06-03", "2025-05-31/2025-06-01", id="weekend"),
        pytest.param("They met last week.", "2026-01", "2025-12-22/2026-01-25", id="day-unknown"),
        pytest.param("They met a few months ago in Oslo.", "2024-05-13", "2023-09/2024-03", id="a-few-months-ago"),
        pytest.param("They met several days ago.", "2024-05-13", "2024-05-04/2024-05-10", id="several-days-ago"),
        pytest.param("They met a few years ago.", "2024-05-13", "2016/2022", id="a-few-years-ago"),
        pytest.param("They met less than three months ago.", "2024-05-13", "2024-02/2024-03", id="less-than"),
        pytest.param("They met more than three months ago.", "2024-05-13", "2024-01/2024-02", id="more-than"),
        pytest.param("They will meet in several months' time.", "2025-01-01", "2025-04/2025-10", id="to-come"),
        pytest.param("They met last winter.", "2025-05-01", "2024-12/2025-02", id="winter"),
        pytest.param(
            "They met in Rome on Friday. A few weeks later they spoke.",
            "2025-05-01",
            "2025-05-09/2025-06-20",
            id="later",
        ),
        pytest.param("They will meet on the 26th.", None, "XXXX-XX-26", id="day-alone"),
        pytest.param("They will meet on the 26th and 27th.", None, "XXXX-XX-26/XXXX-XX-27", id="days-alone"),
        pytest.param("They met last November.", None, "XXXX-11", id="month-alone"),
        pytest.param("They met on November 16.", None, "XXXX-11-16", id="no-year"),
        pytest.param("They met on Nov. 30-Dec. 2.", None, "XXXX-11-30/XXXX-12-02", id="days-without-year"),
        # Where a date is settled, or nothing is said of the calendar.
        pytest.param("They met last month.", "2025-11-08", None, id="settled"),
        pytest.param("They met last week.", "2025-11-20", None, id="week-in-one-month"),
        pytest.param("They met last week.", None, None, id="unknown-week"),
        pytest.param("They met on Tuesday.", None, None, id="weekday"),
        pytest.param("They met many years ago.", "2025-11-08", None, id="many"),
        pytest.param("The call came three months after she visited Korea.", "2025-11-08", None, id="after-an-event"),
    ],
)
def test_what_words_allow_that_settle_no_date(text: str, reference: str | None, when: str | None) -> None:
    """An interval or a partial date (EDTF) for what has no value; None for what has one, or says nothing."""
    mention = read(text, reference)[-1]
    assert mention.when == when
    assert when is None or mention.value is None
