using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Formulation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class ReportTests
{
    private static readonly Nl4OptProblem Nasty = SampleProblems.Mill with
    {
        Id = "<b>nasty</b>",
        Text = "A mill <script>alert(1)</script> & \"oats\" at least 5.",
        Mentions = [new("wheat<img>", 0), new("oats", 1)],
        Objective = new Nl4OptObjective.Count("maximize", Modeling.ObjectiveSense.Maximize, "sacks", ["wheat<img>", "oats"]),
    };

    [Fact]
    public void AReportSurvivesItsFile()
    {
        var report = Report(SampleProblems.All, Spoil);
        var read = ReportFile.FromJson(ReportFile.ToJson(report), "report.json").Value;

        ReportFile.ToJson(read).Should().Be(ReportFile.ToJson(report));
        read.Should().BeEquivalentTo(report);
    }

    [Theory]
    [InlineData("", "eval.report")]
    [InlineData("[]", "eval.report")]
    [InlineData("{}", "eval.report")]
    [InlineData("{\"version\":\"1\"}", "eval.report")]
    [InlineData("{\"version\":99}", "eval.report-version")]
    [InlineData("{\"version\":2}", "eval.report")]
    public void AFileThatIsNoReportIsRefused(string json, string code) => ReportFile.FromJson(json, "x.json").Diagnostics[0].Code.Should().Be(code);

    [Fact]
    public void AFileWithAVariableOutOfRangeIsRefused()
    {
        var report = Report(SampleProblems.All, formulation => formulation);
        var broken = report with { Items = [report.Items[0] with { VariableOfColumn = [7, 0] }] };
        ReportFile.FromJson(ReportFile.ToJson(broken), "x.json").Diagnostics[0].Code.Should().Be("eval.report");
    }

    [Fact]
    public void FilesAreReplacedWholeAndFoldersMade()
    {
        var folder = Directory.CreateTempSubdirectory("nlopt");
        try
        {
            var path = Path.Combine(folder.FullName, "new", "report.json");
            ReportFile.Write(path, "one").Value.Should().Be(path);
            ReportFile.Write(path, "two").Value.Should().Be(path);
            File.ReadAllText(path).Should().Be("two");
            Directory.GetFiles(Path.GetDirectoryName(path)!).Should().ContainSingle("nothing is left beside it");
            ReportFile.Write(Path.Combine(path, "below-a-file"), "x").Diagnostics[0].Code.Should().Be("data.unwritable");
            ReportFile.Read(path + ".absent").Diagnostics[0].Code.Should().Be("data.unreadable");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AComparisonTellsWhatBecameRightAndWrong()
    {
        var before = Report(SampleProblems.All, formulation => formulation.Source.Turns[0].StartsWith("A ferry", StringComparison.Ordinal) ? Spoil(formulation) : formulation);
        var after = Report(SampleProblems.All, formulation => formulation.Source.Turns[0].StartsWith("A bakery", StringComparison.Ordinal) ? Spoil(formulation) : formulation);
        var comparison = ReportComparison.Of(before, after);

        comparison.Diagnostics.Should().BeEmpty();
        comparison.Value.Problems.Should().Be(5);
        comparison.Value.ToRight.Should().Equal("ferry");
        comparison.Value.ToWrong.Should().Equal("bakery");
        comparison.Value.ExecutionToWrong.Should().Equal("bakery");
        comparison.Value.Scores.Single(score => score.Id == "constraint-recall/linear").Difference.Should().Be(-0.5);
        comparison.Value.Scores.Single(score => score.Id == "model-accuracy").Difference.Should().Be(0);
    }

    [Fact]
    public void AComparisonSaysWhenItComparesUnlikeThings()
    {
        var report = Report(SampleProblems.All, formulation => formulation);
        ReportComparison.Of(report, report with { DatasetSha256 = "ff", Items = [.. report.Items.Skip(2)] }).Diagnostics
            .Select(diagnostic => diagnostic.Code).Should().Equal("eval.other-labels", "eval.other-problems");
        ReportComparison.Of(report, report with { Items = [] }).Diagnostics[0].Code.Should().Be("eval.nothing-shared");
    }

    [Fact]
    public void ThePageEscapesEverythingAndNeedsNoNetwork()
    {
        var page = HtmlReport.Of(Report([Nasty], formulation => formulation with
        {
            Questions = [new(SlotKind.Sense, "Is <i>this</i> so?", null, [], 0.5)],
            Statements = [formulation.Statements[0] with { Evidence = [new(36, 46)] }],
        }));

        page.Should().NotContainAny("<script>alert", "<b>nasty", "wheat<img>", "<i>this", "http:", "https:", "src=");
        page.Should().Contain("A mill &lt;script&gt;alert(1)&lt;/script&gt; &amp; ").And.Contain("Is &lt;i&gt;this&lt;/i&gt; so?");
        page.Should().Contain("<mark class=\"right\"");
    }

    [Fact]
    public void ThePageShowsBothSidesAndTheErrors()
    {
        var page = HtmlReport.Of(Report(SampleProblems.All, Spoil));
        page.Should().Contain("missing: linear").And.Contain("data-errors=\"missing: linear\"").And.Contain("110").And.Contain("linear, missed");
    }

    [Fact]
    public void ThePageOwnsUpToInSampleAndIncompleteRuns()
    {
        var report = Report(SampleProblems.All, formulation => formulation);
        HtmlReport.Of(report with { InSample = true }).Should().Contain("IN-SAMPLE");
        HtmlReport.Of(report with { Items = [] }).Should().Contain("INCOMPLETE: 0 of 5 problems");
        HtmlReport.Of(report with { Folds = 5 }).Should().Contain("5-fold cross-validation");
    }

    private static ProblemFormulation Spoil(ProblemFormulation formulation) => formulation with { Statements = formulation.Statements.RemoveAt(0) };

    private static EvaluationReport Report(IReadOnlyList<Nl4OptProblem> problems, Func<ProblemFormulation, ProblemFormulation> spoil) => EvaluationRun.Execute(
        new("samples", [.. problems], "00aa", null),
        new("system", new GoldFormulator(problems, spoil)),
        new() { Execution = new(OrToolsSolvers.Automatic, OrToolsSolvers.Automatic) }).Value;
}
