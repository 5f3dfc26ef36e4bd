using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using NlOpt.Evaluation.Policies;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Evaluation.Tests.Policies;

/// <summary>Reports of policies survive their files, compare what may be compared, and become pictures and a page.</summary>
public sealed partial class PolicyReportTests : IDisposable
{
    private static readonly MultistageProblem Problem = InventoryProblem.Create();
    private static readonly string Fingerprint = ProblemFingerprint.Of(Problem);
    private static readonly RunEnvironment Environment = new("1.0", ".NET", "linux-x64", 2, "clp");

    private static readonly PolicyEvaluation Myopic = Evaluate(30, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("nlopt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AnEvaluationHoldsWhatTheSimulationSays()
    {
        Myopic.ReportedCosts.Should().HaveCount(30).And.NotContainNulls();
        Myopic.Reported.Cost.Mean.Should().BeApproximately(Myopic.ReportedCosts.Average(), 1e-6);
        Myopic.Bands.Select(band => band.Name).Should().Equal("cost", "stock", "backlog", "order", "emergency purchase", "position");
        foreach (var band in Myopic.Bands)
        {
            band.Median.Should().HaveCount(Problem.StageCount);
            for (var stage = 0; stage < Problem.StageCount; stage++)
                new[] { band.Percentile5[stage], band.Percentile25[stage], band.Median[stage], band.Percentile75[stage], band.Percentile95[stage] }.Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void QuantilesAreThoseOfSpreadsheets()
    {
        double[] sample = [1, 2, 4, 8];
        var quantiles = new[] { 0, 0.25, 0.5, 0.9, 1 }.Select(share => StageBand.Quantile(sample, share)).ToArray();
        foreach (var (found, expected) in quantiles.Zip([1, 1.75, 3, 6.8, 8])) found.Should().BeApproximately(expected, 1e-12);
    }

    [Fact]
    public void ReportsSurviveTheirFiles()
    {
        var (evaluation, training) = (Path.Combine(_folder, "evaluation.json"), Path.Combine(_folder, "training.json"));
        File.WriteAllText(evaluation, PolicyDocuments.ToJson(Myopic));
        File.WriteAllText(training, PolicyDocuments.ToJson(Training("tsddr")));
        PolicyDocuments.ToJson(PolicyDocuments.ReadEvaluation(evaluation).Value).Should().Be(PolicyDocuments.ToJson(Myopic));
        PolicyDocuments.ToJson(PolicyDocuments.ReadTraining(training).Value).Should().Be(PolicyDocuments.ToJson(Training("tsddr")));
    }

    [Theory]
    [InlineData("", "policy.file-broken")]
    [InlineData("[]", "policy.file-broken")]
    [InlineData("{\"version\":\"1\"}", "policy.file-broken")]
    [InlineData("{\"version\":99}", "policy.file-version")]
    [InlineData("{\"version\":1}", "policy.file-broken")]
    public void AFileThatIsNoReportIsRefused(string json, string code)
    {
        var path = Path.Combine(_folder, "x.json");
        File.WriteAllText(path, json);
        PolicyDocuments.ReadEvaluation(path).Diagnostics[0].Code.Should().Be(code);
        PolicyDocuments.ReadTraining(path).Diagnostics[0].Code.Should().Be(code);
    }

    [Fact]
    public void AnEvaluationWithTooFewCostsIsRefused()
    {
        var path = Path.Combine(_folder, "x.json");
        File.WriteAllText(path, PolicyDocuments.ToJson(Myopic with { AllCosts = Myopic.AllCosts[1..] }));
        PolicyDocuments.ReadEvaluation(path).Diagnostics[0].Code.Should().Be("policy.file-broken");
    }

    [Fact]
    public void PoliciesArePairedScenarioByScenario()
    {
        var cheaper = Myopic with { ReportedCosts = [.. Myopic.ReportedCosts.Select((cost, index) => index == 0 ? null : cost - index)] };
        var comparison = PolicyComparisonReport.Of([("a", Myopic), ("b", cheaper)], "a").Value;
        comparison.Policies[0].ReportedDifference.Should().BeNull("it is the baseline");
        var difference = comparison.Policies[1].ReportedDifference!;
        difference.Difference.Count.Should().Be(29, "a scenario without a cost has no pair");
        difference.Difference.Mean.Should().BeApproximately(-15, 1e-9);
        difference.Wins.Should().Be(29);
        comparison.Policies[1].AllDifference!.Difference.Mean.Should().Be(0);
    }

    [Fact]
    public void WhatCannotBePairedIsRefused()
    {
        PolicyComparisonReport.Of([("a", Myopic), ("b", Evaluate(30, 2))], "a").Diagnostics[0].Code.Should().Be("compare.different-scenarios");
        PolicyComparisonReport.Of([("a", Myopic), ("b", Myopic with { Fingerprint = "other" })], "a").Diagnostics[0].Code.Should().Be("compare.different-problem");
        FluentActions.Invoking(() => PolicyComparisonReport.Of([("a", Myopic), ("a", Myopic)], "a")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PolicyComparisonReport.Of([("a", Myopic)], "b")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void PicturesAreWellFormedAndTheirIdsDiffer()
    {
        var pictures = PolicyPictures.Draw([new("one", Training("tsddr"), Myopic), new("two", Training("sddp"), Evaluate(30, 1))]).Value;
        pictures.Select(picture => picture.Name).Should().Contain(["training", "costs", "differences", "fan-cost", "fan-backlog", "states"]);
        foreach (var picture in pictures)
        {
            XDocument.Parse(picture.Svg).Root!.Name.LocalName.Should().Be("svg");
            picture.Png.Take(4).Should().Equal(0x89, 0x50, 0x4E, 0x47);
        }

        var ids = pictures.SelectMany(picture => Id().Matches(picture.Svg).Select(match => match.Groups[1].Value)).ToList();
        ids.Should().OnlyHaveUniqueItems("they stand in one page");
        foreach (Match use in Use().Matches(string.Concat(pictures.Select(picture => picture.Svg)))) ids.Should().Contain(use.Groups[1].Value);
    }

    [Fact]
    public void APageEscapesWhatItShowsAndNeedsNothingElse()
    {
        var page = PolicyHtmlReport.Of([new("<b>one</b>", Training("tsddr"), Myopic with { CostUnit = "<i>" }), new("two", Training("sddp"), null)], []);
        page.Should().Contain("&lt;b&gt;one&lt;/b&gt;").And.NotContain("<b>one").And.NotContain("<i>").And.NotContain("src=").And.Contain(Fingerprint[..12]);
    }

    [Fact]
    public void NothingEvaluatedIsSaid() =>
        PolicyHtmlReport.Of([new("one", Training("tsddr"), null)], []).Should().Contain("nlopt policy evaluate");

    private static PolicyEvaluation Evaluate(int count, ulong seed)
    {
        var simulation = Simulator.Run(Problem, new MyopicPolicy(Problem, OrToolsSolvers.Clp), ScenarioSet.Sample(Problem, count, seed)).Value;
        return PolicyEvaluation.Of("inventory", Fingerprint, simulation, new SimulationTiming(1, 2, 480, 4), Environment);
    }

    private static PolicyTrainingReport Training(string method) => new()
    {
        Case = "inventory",
        Fingerprint = Fingerprint,
        CostUnit = "EUR",
        Method = method,
        Settings = ImmutableSortedDictionary<string, string>.Empty.Add("network", "mlp <8>"),
        Seed = ulong.MaxValue,
        Threads = 2,
        Stop = TrainingStop.Updates,
        Curve =
        [
            .. Enumerable.Range(1, 200).Select(update => new TrainingPoint(
                (method == "sddp" ? 1 : 9) * update, update, 5000 + 1000.0 / update, null, update % 50 == 0 ? 5100 : null,
                method == "sddp" ? 5000 - 1000.0 / update : null, 1, 0)),
        ],
        Environment = Environment,
    };

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("url\\(#([^)]+)\\)")]
    private static partial Regex Use();
}
