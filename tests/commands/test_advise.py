import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bostoette.commands.way_in import PASSPHRASE
from bostoette.services import team_lists, team_sheet
from tests.commands.hands import Begun, Said, Terminal, apart
from tests.planning.conditions import EXAMPLES, examples

Ask = Callable[..., Said]


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask for advice on personas, without any data."""

    def asked(request: Any, *options: str) -> Said:
        from bostoette.cli import main

        file = tmp_path / "request.json"
        file.write_text(json.dumps(request), encoding="utf-8")
        status = main(["advise", str(file), *options])
        return Said(status, *capsys.readouterr())

    return asked


def answers(ask: Ask, request: Any) -> Any:
    said = ask(request, "--json")
    assert (said.status, said.err) == (0, "")
    return said.facts


def expected(found: dict[str, Any]) -> dict[str, Any]:
    """The answer that the worked examples expect, in the format of the answer."""
    return {
        "personas": [
            {
                "id": persona["id"],
                "cases": [
                    {"case_id": case["case_id"], **case["expected"], "reasons": case["reasons"]}
                    for case in persona["cases"]
                ],
                "plan_checks": [
                    {
                        "plan_id": plan["plan_id"],
                        "raised": plan["expected_raised"],
                        "saved_travel_minutes": plan["expected_saved_travel_minutes"],
                    }
                    for plan in persona["plan_checks"]
                ],
            }
            for persona in found["personas"]
        ]
    }


def every_object(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from every_object(one)


def test_the_worked_examples_come_out_in_full(ask: Ask) -> None:
    assert answers(ask, examples()) == expected(examples())


def test_what_was_expected_is_never_read(ask: Ask) -> None:
    changed = examples()
    for one in list(every_object(changed)):
        for name in ("reasons", "reason_ids", *(key for key in one if key.startswith("expected"))):
            if name in one:
                one[name] = {"best": "hotline", "excluded": 7}
        one["expected_to_be"] = "anything"
    assert answers(ask, changed) == expected(examples())


def test_age_diagnosis_and_target_group_never_enter(ask: Ask) -> None:
    changed = examples()
    for persona in changed["personas"]:
        persona |= {"age": 92, "diagnosis": "another", "target_group": "elderly", "label": "x"}
        persona["profile"] |= {"age": 92, "diagnosis": "another", "target_group": "elderly"}
    assert answers(ask, changed) == expected(examples())


def test_the_examples_need_no_passphrase_and_no_data(tmp_path: Path) -> None:
    elsewhere = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), PASSPHRASE: "wrong"}
    said = apart(["advise", EXAMPLES, "--json"], environment=elsewhere)
    assert (said.status, said.err) == (0, "")
    assert said.facts == expected(examples())
    assert list(tmp_path.iterdir()) == []


def case(purpose: str = "support_conversation", **other: Any) -> dict[str, Any]:
    return {"case_id": "1", "purpose": purpose, **other}


def persona(*cases: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"personas": [{"id": "A", "cases": list(cases), **other}]}


def only_case(ask: Ask, one: dict[str, Any], **profile: Any) -> dict[str, Any]:
    found: dict[str, Any] = answers(ask, persona(one, profile=profile))["personas"][0]["cases"][0]
    return found


def test_what_a_request_does_not_say_is_as_the_catalogue_has_it(ask: Ask) -> None:
    assert only_case(ask, case()) == {
        "case_id": "1",
        "best": "physical",
        "accepted": ["phone", "video", "walk_talk"],
        "warned": [],
        "excluded": [],
        "extra_suggestions": [],
        "reasons": {"best": ["P05"]},
    }


def test_where_nothing_is_left_best_is_null(ask: Ask) -> None:
    found = only_case(ask, case("hands_on"), wish_physical="refuses")
    assert found["best"] is None
    assert found["excluded"] == ["physical", "phone", "video", "walk_talk"]
    assert found["reasons"] == {
        "best": [],
        "physical": ["P04"],
        "phone": ["P28"],
        "video": ["P28"],
        "walk_talk": ["P28"],
    }


def test_a_warned_best_form_stands_under_best_alone_and_keeps_its_warnings(ask: Ask) -> None:
    found = only_case(
        ask, case(context={"has_relapsed": True}), wish_physical="refuses", uneasy_in_public=True
    )
    assert found["best"] == "walk_talk"
    assert found["warned"] == ["phone", "video"]
    assert found["reasons"]["best"] == ["P05", "P04", "P60"]
    assert "walk_talk" not in found["reasons"]


def test_further_forms_are_suggested(ask: Ask) -> None:
    found = only_case(ask, case("social_need"), has_private_room=False)
    assert found["extra_suggestions"] == ["sms_chat", "group_walk"]


@pytest.mark.parametrize(
    "code", ["citizen_feels_safest_at_home", "remote_start_is_what_makes_them_come", "remote start"]
)
def test_a_reason_code_clears_that_they_never_met(ask: Ask, code: str) -> None:
    never = {"worker_face_to_face_count": 0, "days_since_face_to_face": None}
    assert only_case(ask, case(context=never))["warned"] == ["phone", "video"]
    assert only_case(ask, case(context={**never, "reason_codes": [code]}))["warned"] == []


def test_a_plan_is_checked_with_what_is_known_of_it(ask: Ask) -> None:
    plan = {
        "plan_id": "p",
        "items": [{"form": "group_online", "minutes": 61, "times_in_28_days": 4}],
        "distinct_workers": 4,
        "max_contacts_per_day": 2,
        "group_online_members": 4,
    }
    profile = {"tolerates_shifts": "few", "isolation_risk": True, "risk_level": "red"}
    found = answers(ask, persona(profile=profile, plan_checks=[plan]))
    assert found["personas"][0]["plan_checks"] == [
        {
            "plan_id": "p",
            "raised": ["P01", "P37", "P38", "P42", "P71", "P17", "P73", "P56"],
            "saved_travel_minutes": 0,
        }
    ]


def test_people_read_it_in_danish(ask: Ask) -> None:
    said = ask(examples())
    assert said.status == 0
    lines = [line.strip() for line in said.out.splitlines()]
    assert "T01.1 · Støttesamtale" in lines
    assert "Anbefales: besøg (P05)" in lines
    assert "Mulig: video, gåtur" in lines
    assert any(
        line.startswith("• Borgeren vil helst ikke tale i telefon. (P04) → ") for line in lines
    )
    assert any(line.startswith("Godt at vide om telefon: ") for line in lines)
    assert "• Hjemmet bliver ikke set i perioden. (P37)" in lines
    assert "Sparet rejsetid: 6 t" in lines


def test_people_read_why_there_is_no_best_form_and_what_was_cleared(ask: Ask) -> None:
    cleared = {"worker_face_to_face_count": 0, "reason_codes": ["safest"]}
    said = ask(
        persona(case("hands_on"), case(context=cleared), profile={"wish_physical": "refuses"})
    )
    assert "Ingen af formerne kan tilbydes. Tal med lederen" in said.out
    assert "Ryddet af den valgte grund: " in said.out
    assert "Der står ingen borgere i filen." in ask({"personas": []}).out


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (persona(profile={"wish_phone": "maybe"}), "personas[0].profile.wish_phone: »maybe«"),
        (persona(profile={"wish_fone": "refuses"}), "wish_fone: feltet er ukendt (mente du wish_p"),
        (persona(profile={"has_phone": "yes"}), "personas[0].profile.has_phone: der skal stå true"),
        (
            persona(profile={"travel_minutes_one_way": 1.5}),
            "travel_minutes_one_way: der skal stå et",
        ),
        (persona(case("chat")), "personas[0].cases[0].purpose: »chat« kendes ikke; vælg mellem"),
        (persona({"case_id": "1"}), "personas[0].cases[0].purpose: feltet mangler"),
        (persona(case(context={"place": "moon"})), "personas[0].cases[0].context.place: »moon«"),
        (persona(case(context={"days_since_home_visit": -1})), "days_since_home_visit: der skal"),
        (persona(case(context={"reason_codes": ["no"]})), "context.reason_codes[0]: »no« kendes"),
        (persona(case(context={"reason_codes": ["is", 3]})), "context.reason_codes[1]: det kendes"),
        (
            persona(case(profile_overides={})),
            "profile_overides: feltet er ukendt (mente du profile_",
        ),
        (persona(case(profile_overrides=[])), "cases[0].profile_overrides: der skal stå et afsnit"),
        (
            persona(plan_checks=[{"plan_id": "p"}]),
            "personas[0].plan_checks[0].items: feltet mangler",
        ),
        (persona(plan_checks=[{"plan_id": "p", "items": [{}]}]), "items[0].form: feltet mangler"),
        (
            persona(plan_checks=[{"plan_id": "p", "items": [], "days": 7}]),
            ".days: der tælles altid",
        ),
        ({"personas": [{}]}, "personas[0].id: feltet mangler"),
        ({"personas": {}}, "personas: der skal stå en liste"),
        ({}, "personas: feltet mangler"),
        ([], "filen: der skal stå et afsnit"),
    ],
)
def test_a_faulty_field_is_named_with_its_place(ask: Ask, request_: Any, told: str) -> None:
    said = ask(request_, "--json")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("Filen har en fejl i ")
    assert told in said.err
    assert "Der er ikke regnet noget ud; ret filen" in said.err


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'{"personas": [}', "linje 1, tegn 15"),
        (b'{"personas": [], "personas": []}', "feltet personas: det står to gange"),
        (b'{"personas": "\xe6"}', "UTF-8"),
        (b"[" * 200_000, "ikke JSON"),
        (b'{"personas": ' + b"9" * 5000 + b"}", "ikke JSON"),
    ],
)
def test_a_file_that_is_no_request_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes, told: str
) -> None:
    from bostoette.cli import main

    file = tmp_path / "request.json"
    file.write_bytes(raw)
    assert main(["advise", str(file)]) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert "ikke regnet noget ud" in said.err
    assert main(["advise", str(tmp_path / "missing.json")]) == 1
    assert "ikke læses" in capsys.readouterr().err


def test_with_a_folder_the_teams_own_purposes_count(
    terminal: Terminal, begun: Begun, tmp_path: Path
) -> None:
    with closing(begun.open()) as opened:
        own = opened.desk.do(
            team_lists.add_purpose, begun.worker_id, "Snak om sorg", "sensitive_topic"
        )
    file = tmp_path / "request.json"
    for purpose in (own, "Snak om sorg"):
        file.write_text(json.dumps(persona(case(purpose))), encoding="utf-8")
        said = terminal.run("advise", file, "--json")
        assert (said.status, said.err) == (0, "")
        found = said.facts["personas"][0]["cases"][0]
        assert found["reasons"] == {"best": ["P18"], "phone": ["P18"], "video": ["P18"]}
    assert "1 · Snak om sorg" in terminal.run("advise", file).out


def test_a_folder_is_entered_as_every_reader_does(
    terminal: Terminal, empty_terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Der er ingen data i mappen" in empty_terminal.run("advise", EXAMPLES).err
    monkeypatch.setenv(PASSPHRASE, "en anden sætning")
    assert terminal.run("advise", EXAMPLES).status == 1


def test_a_folder_gives_the_teams_own_sheet(
    begun: Begun, terminal: Terminal, ask: Ask, tmp_path: Path
) -> None:
    request = persona(case("sensitive_topic"))
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request), encoding="utf-8")
    with closing(begun.open()) as opened:
        opened.desk.do(team_sheet.switch_rule, begun.worker_id, "P18", on=False)
    found = terminal.run("advise", file, "--json").facts["personas"][0]["cases"][0]
    assert found["warned"] == []
    delivered = answers(ask, request)["personas"][0]["cases"][0]
    assert delivered["warned"] == ["phone", "video"]
