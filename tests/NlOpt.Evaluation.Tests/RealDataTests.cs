using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Evaluation.Tests;

/// <summary>The published labels against themselves.</summary>
public sealed class RealDataTests
{
    // Six problems of dev are infeasible as labelled and three unbounded; fifteen and ten of train.
    [RealDataFact]
    public void TheLabelsOfDevScoreOneAgainstThemselves() => Check("dev", infeasible: 6, unbounded: 3, officialErrors: 2, Execution);

    [RealDataFact]
    public void TheLabelsOfTrainScoreOneAgainstThemselves() => Check("train", infeasible: 15, unbounded: 10, officialErrors: 3, null);

    [RealDataFact]
    public void EveryErratumIsAProblemOfTheData()
    {
        var ids = Nl4OptLoader.SplitNames.SelectMany(name => Load(name).Problems).Select(problem => problem.Id).ToList();
        ids.Count(id => Errata.Nl4Opt.Find(id) is not null).Should().Be(Errata.Nl4Opt.Count).And.BePositive();
    }

    private static ExecutionSettings Execution { get; } = new(OrToolsSolvers.Automatic, OrToolsSolvers.Automatic);

    private static Nl4OptSplit Load(string name) => Nl4OptLoader.LoadSplit(RealDataFactAttribute.Found.Value, name).Value;

    private static void Check(string name, int infeasible, int unbounded, int officialErrors, ExecutionSettings? execution)
    {
        var split = Load(name);
        var system = new EvaluationSystem("labels", new GoldFormulator(split.Problems));
        var report = EvaluationRun.Execute(split, system, new() { Execution = execution }).Value;

        string[] ids = ["model-accuracy", "constraint-recall", "constraint-precision"];
        if (execution is not null) ids = [.. ids, "execution-integer", "execution-continuous"];
        foreach (var id in ids) report[id]!.Value.Should().Be(1, "{0} of the labels against themselves", id);
        report.Errors.Should().BeEmpty();
        var statuses = split.Problems.Select(problem => ReferenceModel.Of(problem).Value.Model)
            .Select(model => ModelExecution.Solve(OrToolsSolvers.Glop, model, SolveOptions.Default, CancellationToken.None).Status).ToList();
        statuses.Count(status => status == ExecutionStatus.Infeasible).Should().Be(infeasible);
        statuses.Count(status => status == ExecutionStatus.Unbounded).Should().Be(unbounded);

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
