using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Solving.OrTools;

namespace NlOpt.Evaluation.Tests;

/// <summary>The published labels against themselves.</summary>
public sealed class RealDataTests
{
    // Six problems of dev are infeasible as labelled and three unbounded; fifteen and ten of train.
    [RealDataFact]
    public void TheLabelsOfDevScoreOneAgainstThemselves() => Check("dev", infeasible: 6, unbounded: 3, officialErrors: 2);

    [RealDataFact]
    public void TheLabelsOfTrainScoreOneAgainstThemselves() => Check("train", infeasible: 15, unbounded: 10, officialErrors: 3);

    [RealDataFact]
    public void EveryErratumIsAProblemOfTheData()
    {
        var ids = Nl4OptLoader.SplitNames.SelectMany(name => Load(name).Problems).Select(problem => problem.Id).ToList();
        ids.Count(id => Errata.Nl4Opt.Find(id) is not null).Should().Be(Errata.Nl4Opt.Count).And.BePositive();
    }

    private static Nl4OptSplit Load(string name) => Nl4OptLoader.LoadSplit(RealDataFactAttribute.Found.Value, name).Value;

    private static void Check(string name, int infeasible, int unbounded, int officialErrors)
    {
        var split = Load(name);
        var system = new EvaluationSystem("labels", new GoldFormulator(split.Problems));
        var report = EvaluationRun.Execute(split, system, new() { Execution = new(OrToolsSolvers.Automatic, OrToolsSolvers.Automatic) }).Value;

        foreach (var id in (string[])["model-accuracy", "execution-integer", "execution-continuous", "constraint-recall", "constraint-precision"])
            report[id]!.Value.Should().Be(1, "{0} of the labels against themselves", id);
        report.Errors.Should().BeEmpty();
        report.Items.Count(item => item.Continuous!.Gold.Status == ExecutionStatus.Infeasible).Should().Be(infeasible);
        report.Items.Count(item => item.Continuous!.Gold.Status == ExecutionStatus.Unbounded).Should().Be(unbounded);

        // Declared anew from statements, only labels that lost all their terms differ: no statement has none.
        report.Items.Sum(item => item.Official.FalsePositives + item.Official.FalseNegatives).Should().Be(officialErrors);
        foreach (var problem in split.Problems)
        {
            var canonicalizer = new OfficialCanonicalizer(problem);
            ImmutableArray<ImmutableArray<double>> rows = [.. problem.Constraints.Select(canonicalizer.Row)];
            var objective = canonicalizer.Objective(problem.Objective);
            var score = OfficialScore.Of(objective, rows, objective, [.. rows.Select(ImmutableArray<double>? (row) => row)]);
            score.Should().Be(new OfficialScore(0, 0, 1 + rows.Length));
        }
    }
}
