using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;
using Result = NlOpt.Modeling.Result;

namespace NlOpt.Pipeline.Tests;

public class PredictionTests
{
    private const string Text = "We make chairs and tables.";

    private static Statement EvidentHours { get; } = Hours(200) with { Evidence = [new(0, 14)] };

    private static PredictionRecord Predict(ProblemFormulation problem, ISolver? solver = null) =>
        new Predictor(new KnownReading(Result.Success(new Reading(problem, []))), solver).Predict(new("a1", Text));

    [Fact]
    public void TheExampleOfTheReferenceIsWhatIsWritten()
    {
        var line = PredictionLine.Write(Predict(Problem(Profit, EvidentHours), OrToolsSolvers.Automatic));
        var page = File.ReadAllLines(Path.Combine(Root(), "docs", "reference", "predictions-jsonl.md"));
        page.SkipWhile(text => text != "```json").Skip(1).First().Should().Be(line);
    }

    [Fact]
    public void RangesAreTwoRowsAndActivitiesAreLinearised()
    {
        var record = Predict(Problem(
            Profit, EvidentHours, new Statement.SingleVariable(Chairs, new Limit.Between(N(2), N(9))), new Statement.SingleVariable(Tables, new Limit.Exactly(N(3))),
            Statement.Implication.Of(new(Chairs), new(Tables))));
        record.Variables.Select(variable => (variable.Name, variable.Kind)).Should().Equal(
            ("chairs", VariableKind.Integer), ("tables", VariableKind.Integer), ("y_chairs", VariableKind.Binary), ("y_tables", VariableKind.Binary));
        record.Rows.Select(row => $"{string.Join(" ", row.Coefficients.Select(pair => $"{pair.Value} {pair.Key}"))} {row.Operator} {row.RightHandSide} {row.Template}")
            .Should().Equal(
                "3 chairs 5 tables AtMost 200 weighted-sum-upper-bound", "1 chairs AtLeast 2 range", "1 chairs AtMost 9 range", "1 tables Equal 3 equality",
                "1 y_chairs -1 y_tables AtMost 0 implication",
                "1 chairs -9 y_chairs AtMost 0 link", "1 chairs -1 y_chairs AtLeast 0 link", "1 tables -3 y_tables AtMost 0 link", "1 tables -1 y_tables AtLeast 0 link");
        record.Rows[0].Quote.Should().Be("We make chairs");
        record.Solution.Should().BeNull("there was no solver");
    }

    [Fact]
    public void LinksWithoutAProvenBoundSayWhenTheyHold()
    {
        var record = Predict(Problem(Cost, AtLeast(Chairs, 1), Statement.Implication.Of(new(Chairs), new(Tables))), OrToolsSolvers.Automatic);
        record.Rows.Where(row => row.OnlyWhen is not null).SelectMany(row => row.OnlyWhen!.Select(pair => (pair.Key, pair.Value)))
            .Should().Equal(("y_chairs", 0), ("y_tables", 0));
        record.Solution!.Status.Should().Be(TerminationReason.Optimal);
        record.Solution.ObjectiveValue.Should().BeApproximately(50, 1e-6);
    }

    [Fact]
    public void InfeasibleProblemsHaveAStatusAndNoValues()
    {
        var solution = Predict(Problem(Profit, AtMost(Chairs, 1), AtLeast(Chairs, 2)), OrToolsSolvers.Automatic).Solution!;
        solution.Should().BeEquivalentTo(new PredictedSolution(TerminationReason.Infeasible));
    }

    [Theory]
    [InlineData("read.empty", PredictionStatus.Declined)]
    [InlineData("reader.weights", PredictionStatus.Error)]
    public void WhatIsNotReadSaysWhy(string code, PredictionStatus status)
    {
        var reader = new KnownReading(Result.Failure<Reading>(Diagnostic.Error(code, "there is nothing to read")));
        var record = new Predictor(reader, null).Predict(new("a1", ""));
        record.Status.Should().Be(status);
        record.Message.Should().Contain("there is nothing to read").And.Contain(code);
        PredictionLine.Write(record).Should().StartWith($"{{\"version\":1,\"id\":\"a1\",\"status\":\"{status.ToString().ToLowerInvariant()}\",\"variables\":[],\"rows\":[],\"questions\":[],\"message\":");
    }

    [Fact]
    public void AReadingThatFailsTheCheckIsAnError() =>
        Predict(Problem(Profit, AtMost(new(9), 1))).Should().BeEquivalentTo(new { Status = PredictionStatus.Error });

    [Fact]
    public void ACancelledPredictionIsNone()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var predictor = new Predictor(new KnownReading(Result.Success(new Reading(Problem(Profit, Hours(9)), []))), OrToolsSolvers.Automatic);
        var act = () => predictor.Predict(new("a1", Text), null, cancelled.Token);
        act.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void ReadingWhatWasWrittenGivesTheSame()
    {
        var problem = Problem(Cost, EvidentHours, AtLeast(Chairs, 1), Statement.Implication.Of(new(Chairs), new(Tables, false))) with
        {
            Questions = [new(SlotKind.LimitValue, "How many \"hours\"?", new Evidence(0, 2), ["200", "2 < 3"], 0.25)],
        };
        foreach (var record in new[] { Predict(problem), Predict(problem, OrToolsSolvers.Automatic), Predict(Problem(Cost, AtLeast(new(9), 1))) })
        {
            var line = PredictionLine.Write(record);
            line.Should().NotContain("\n");
            PredictionLine.Read(line, 1).Value.Should().BeEquivalentTo(record, options => options.WithStrictOrdering());
            PredictionLine.Write(PredictionLine.Read(line, 1).Value).Should().Be(line);
        }
    }

    [Property(MaxTest = 100)]
    public Property AnyNamesAndNumbersSurvive() => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>(), ArbMap.Default.ArbFor<NormalFloat>(), (name, number) =>
    {
        var text = string.Concat((name.Get + "x").EnumerateRunes());
        var record = new PredictionRecord(
            1, text, PredictionStatus.Read, [new(text, [text], VariableKind.Continuous, text)],
            [new(ImmutableSortedDictionary<string, double>.Empty.Add(text, number.Get), PredictedOperator.Equal, -number.Get, "equality", text)], [],
            Confidence: 0.5, Message: text);
        PredictionLine.Read(PredictionLine.Write(record), 1).Value.Should().BeEquivalentTo(record);
    });

    [Theory]
    [InlineData("", "prediction.line")]
    [InlineData("null", "prediction.line")]
    [InlineData("[]", "prediction.line")]
    [InlineData("{}", "prediction.line")]
    [InlineData("{\"version\":2,\"id\":\"a\",\"status\":\"read\",\"variables\":[],\"rows\":[],\"questions\":[]}", "prediction.version")]
    [InlineData("{\"version\":1,\"id\":null,\"status\":\"read\",\"variables\":[],\"rows\":[],\"questions\":[]}", "prediction.line")]
    [InlineData("{\"version\":1,\"id\":\"a\",\"status\":0,\"variables\":[],\"rows\":[],\"questions\":[]}", "prediction.line")]
    [InlineData("{\"version\":1,\"id\":\"a\",\"status\":\"read\",\"variables\":[],\"rows\":[],\"questions\":[],\"confidence\":1e999}", "prediction.line")]
    public void WhatIsNoPredictionIsRefused(string line, string code)
    {
        var diagnostic = PredictionLine.Read(line, 7).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Code.Should().Be(code);
        diagnostic.Location!.Line.Should().Be(7);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"document\":\"We sew.\",\"more\":1}", "a")]
    [InlineData("{\"document\":\"We sew.\",\"id\":-64}", "-64")]
    public void DocumentsAreRead(string line, string id) => DocumentLine.Read(line, 1).Value.Should().Be(new ProblemDocument(id, "We sew."));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"\",\"document\":\"x\"}")]
    [InlineData("{\"id\":1.5,\"document\":\"x\"}")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a\",\"document\":7}")]
    [InlineData("{\"id\":\"a\",\"document\":\"\\ud800\"}")]
    public void WhatIsNoDocumentIsRefused(string line) => DocumentLine.Read(line, 3).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("batch.line");

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "NlOpt.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
