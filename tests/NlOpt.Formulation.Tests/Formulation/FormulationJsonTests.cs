using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class FormulationJsonTests
{
    private const string Text = "We sew coats for €90 each, at most 40.\nIn lots of 5, \"please\".";

    private static ProblemFormulation Everything { get; } = Problem(Statements) with
    {
        Source = new Source([Text, "Yes, 40."]),
        Variables = Variables.SetItem(3, Variables[3] with { Mentions = [new(7, 12), new(0, 3, 1)], SmallestBatch = new(5, new Evidence(50, 51)) }),
        Objective = Profit with { Constant = new(-3, new Evidence(18, 20)), FixedCharges = [new(Tables, N(-70))], Evidence = [new(0, 25)], Probability = 0.25 },
        Statements =
        [
            .. Statements,
            new Statement.SingleVariable(Chairs, new Limit.AtMost(new(40, new Evidence(5, 7, 1)))) { Evidence = [new(0, 8, 1)], Probability = 1.0 / 3 },
        ],
        Ledger =
        [
            new(new(17, 20), 90, new NumberUse.InObjective()),
            new(new(35, 37), 40, new NumberUse.InStatement(2)) { Note = "40 hours = 2,400 minutes" },
            new(new(50, 51), 5, new NumberUse.InSmallestBatch(Corn)),
            new(new(50, 51), 5, new NumberUse.InName(Corn)),
            new(new(5, 7, 1), 40, new NumberUse.SetAside("it was said before")),
        ],
        Questions = [new(SlotKind.SmallestBatch, "How much?", new Evidence(0, 2), ["5", "10"], 0.5) { Doubt = 0.75 }, new(SlotKind.Sense, "Large?", null, [], 0)],
        Probability = 0.125,
    };

    [Fact]
    public void ReadingWhatWasWrittenGivesTheSame()
    {
        var read = FormulationJson.Read(FormulationJson.Write(Everything));
        read.Diagnostics.Should().BeEmpty();
        read.Value.Should().BeEquivalentTo(Everything, options => options.RespectingRuntimeTypes().WithStrictOrdering().ComparingByMembers<ProblemFormulation>());
        FormulationJson.Write(read.Value).Should().Be(FormulationJson.Write(Everything));
    }

    [Fact]
    public void FilesOfTheFirstVersionAreRead()
    {
        var first = Problem(Statement.Implication.Of(new(Chairs), new(Tables, false)));
        FormulationJson.Read(FormulationJson.Write(first).Replace("\"version\": 2", "\"version\": 1")).Value.Should().BeEquivalentTo(
            first, options => options.RespectingRuntimeTypes().WithStrictOrdering().ComparingByMembers<ProblemFormulation>());
    }

    [Property(MaxTest = 100)]
    public Property AnyTextAndAnyNumbersSurvive() => Prop.ForAll(
        ArbMap.Default.ArbFor<UnicodeString>(), ArbMap.Default.ArbFor<NormalFloat>(), (unicode, normal) =>
        {
            // Half of a character pair cannot be said in UTF-8; a replacement character of the same length stands for it.
            var text = string.Concat(unicode.Get.EnumerateRunes());
            var number = normal.Get;
            var written = Everything with
            {
                Source = new Source([.. Everything.Source.Turns, text, Text + unicode.Get]),
                Statements = [new Statement.WeightedSum([new(Chairs, new(number), new(-number / 3))], new Limit.AtLeast(new(number / 7)))],
                Ledger = [],
            };
            var read = FormulationJson.Read(FormulationJson.Write(written)).Value;
            read.Source.Turns.Should().Equal([.. Everything.Source.Turns, text, Text + text]);
            read.Statements[0].Numbers.Should().Equal(written.Statements[0].Numbers);
        });

    [Fact]
    public void TheFormatIsThatOfTheReference() => GoldenFile.ShouldMatch(
        FormulationJson.Write(Everything with { Statements = [.. Statements.DistinctBy(statement => statement.GetType()), Everything.Statements[^1]] }),
        "formulation-json.txt");

    [Theory]
    [InlineData("", "formulation.json.syntax")]
    [InlineData("{", "formulation.json.syntax")]
    [InlineData("{\"a\":1,\"a\":1}", "formulation.json.syntax")]
    [InlineData("[]", "formulation.json.shape")]
    [InlineData("null", "formulation.json.shape")]
    [InlineData("{}", "formulation.json.shape")]
    [InlineData("{\"format\":\"nlopt-formulation\",\"version\":3}", "formulation.json.version")]
    [InlineData("{\"format\":\"other\",\"version\":1}", "formulation.json.shape")]
    public void WhatIsNoFormulationIsRefused(string json, string code) =>
        FormulationJson.Read(json).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);

    [Theory]
    [InlineData("\"kind\": \"sum\"", "\"kind\": \"total\"", "statements[1].kind must be one of")]
    [InlineData("\"template\": \"upper-bound\"", "\"template\": \"lower-bound\"", "statements[0].template must be 'upper-bound'")]
    [InlineData("\"atMost\"", "\"most\"", "statements[0].limit needs one of atMost, atLeast, exactly, between")]
    [InlineData("\"name\": \"chairs\"", "\"name\": \"chairs\", \"colour\": 3", "variables[0] has the unknown field 'colour'")]
    [InlineData("\"name\": \"chairs\"", "\"name\": \"\\ud800\"", "variables[0].name holds half of a character pair")]
    [InlineData("\"value\": 20", "\"value\": 1e400", "objective.terms[0].coefficient.value must be a finite number")]
    [InlineData("\"value\": 20", "\"value\": \"20\"", "objective.terms[0].coefficient.value must be a finite number")]
    [InlineData("\"sense\": \"maximize\"", "\"sense\": \"best\"", "objective.sense must be one of minimize, maximize")]
    [InlineData("\"source\": [", "\"source\": [7,", "source[0] must be a text")]
    [InlineData("\"isActive\": true", "\"isActive\": 1", "statements[4].if.isActive must be true or false")]
    public void AWrongPartIsNamedByItsPath(string right, string wrong, string message)
    {
        var json = FormulationJson.Write(Problem([.. Statements.DistinctBy(statement => statement.GetType()).Where(statement => statement is not Statement.Proportion)]));
        var position = json.IndexOf(right, StringComparison.Ordinal);
        position.Should().BePositive();
        var result = FormulationJson.Read(json[..position] + wrong + json[(position + right.Length)..]);
        result.Diagnostics.Should().ContainSingle().Which.Message.Should().StartWith(message);
        result.Diagnostics[0].Code.Should().Be("formulation.json.shape");
    }

    [Fact]
    public void SyntaxErrorsHaveLineAndColumn() =>
        FormulationJson.Read("{\n  \"format\": nonsense }").Diagnostics[0].Location.Should().Be(new DiagnosticLocation(2, 14));

    [Fact]
    public void AReadFormulationIsChecked() =>
        FormulationJson.Read(FormulationJson.Write(Everything with { Probability = 7 })).Diagnostics[0].Code.Should().Be("formulation.probability");

    [Property(MaxTest = 200)]
    public bool ReadingNeverThrows(string? text) => !FormulationJson.Read(text ?? "").IsSuccess;
}
