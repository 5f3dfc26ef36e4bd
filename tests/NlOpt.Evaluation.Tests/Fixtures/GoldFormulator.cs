using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation.Tests.Fixtures;

/// <summary>A perfect system: it knows the labels by the text. What it says can be spoilt by a function.</summary>
internal sealed class GoldFormulator(IEnumerable<Nl4OptProblem> problems, Func<ProblemFormulation, ProblemFormulation>? spoil = null) : IFormulator
{
    private readonly Dictionary<string, Nl4OptProblem> _byText = problems.ToDictionary(problem => problem.Text, StringComparer.Ordinal);

    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        if (!_byText.TryGetValue(source.Turns[0], out var problem))
            return Result.Failure<Reading>(Diagnostic.Error("read.unknown", "this text was never seen"));
        var formulation = Of(problem);
        return Result.Success(new Reading(spoil is null ? formulation : spoil(formulation), []));
    }

    public static ProblemFormulation Of(Nl4OptProblem problem)
    {
        var names = Enumerable.Range(0, problem.VariableCount).Select(column => problem.Mentions.First(mention => mention.Column == column).Text).ToList();
        return new ProblemFormulation(
            Source.Of(problem.Text),
            [.. names.Select((name, index) => new DecisionVariable(new(index), name, [], null, Divisibility.Whole, "counted"))],
            new ObjectiveStatement(problem.Objective.Sense, ObjectiveClass.Resource, problem.Objective.Name, problem.Objective switch
            {
                Nl4OptObjective.Weighted weighted => Terms(weighted.Terms),
                Nl4OptObjective.Count count => OrNothing([.. count.Mentions.Select(Id).Distinct().Select(variable => new WeightedVariable(variable, new(1)))]),
                _ => throw new InvalidOperationException(),
            }),
            [.. problem.Constraints.Select(OfConstraint)],
            [],
            [],
            0.9);

        Statement OfConstraint(Nl4OptConstraint constraint)
        {
            var all = names.Select((_, index) => new DecisionVariableId(index)).ToImmutableArray();
            var isUpper = constraint.Operator == Nl4OptOperator.LessOrEqual;
            Limit Against(string number) => isUpper ? new Limit.AtMost(Number(number)) : new Limit.AtLeast(Number(number));
            var comparison = isUpper ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast;
            return constraint switch
            {
                Nl4OptConstraint.Linear linear => new Statement.WeightedSum(Terms(linear.Terms), Against(linear.Limit)),
                Nl4OptConstraint.Sum sum => new Statement.Sum(all, Against(sum.Limit)),
                Nl4OptConstraint.LowerBound bound => new Statement.SingleVariable(Id(bound.Mention), Against(bound.Limit)),
                Nl4OptConstraint.UpperBound bound => new Statement.SingleVariable(Id(bound.Mention), Against(bound.Limit)),
                // Some labels lost their percent sign: no share of a whole, but still a row.
                Nl4OptConstraint.Ratio ratio when Number(ratio.Limit).Value > 1 => new Statement.WeightedSum(
                    [.. all.Select(variable => new WeightedVariable(variable, new((variable == Id(ratio.Mention) ? 1 : 0) - Number(ratio.Limit).Value)))],
                    Against("0")),
                Nl4OptConstraint.Ratio ratio => new Statement.Proportion([Id(ratio.Mention)], all, Against(ratio.Limit)),
                Nl4OptConstraint.Multiple multiple => new Statement.Comparison(Id(multiple.XMention), comparison, Number(multiple.Parameter), Id(multiple.YMention)),
                Nl4OptConstraint.Comparison pair => new Statement.Comparison(Id(pair.XMention), comparison, new(1), Id(pair.YMention)),
                _ => throw new InvalidOperationException(),
            };
        }

        ImmutableArray<WeightedVariable> Terms(ImmutableArray<Nl4OptTerm> terms) =>
            OrNothing([.. terms.GroupBy(term => Id(term.Mention)).Select(group => new WeightedVariable(group.Key, Number(group.Last().Number)))]);

        // Some labels lost all their terms; a formulation needs one.
        static ImmutableArray<WeightedVariable> OrNothing(ImmutableArray<WeightedVariable> terms) => terms.IsEmpty ? [new(new(0), new(0))] : terms;

        DecisionVariableId Id(string mention) => new(problem.ColumnOf(mention)!.Value);

        static SourcedNumber Number(string raw) => new(Nl4OptNumber.Value(raw)!.Value);
    }
}
