using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Dialogue.Metrics;

namespace NlOpt.Evaluation;

/// <summary>The slots that the declarations of an NL4Opt problem hold. Kinds of variables are not declared there.</summary>
public static class Nl4OptSlots
{
    /// <summary>The slots; null where a declaration names no known variable or holds no readable number, or a variable has no name.</summary>
    public static SlotSheet? Of(Nl4OptProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var everything = Enumerable.Range(0, problem.VariableCount).ToImmutableArray();
        var objective = problem.Objective switch
        {
            Nl4OptObjective.Weighted weighted => Terms(problem, weighted.Terms),
            Nl4OptObjective.Count count => Plain(problem, [.. count.Mentions]),
            _ => null,
        };
        var statements = problem.Constraints.Select(constraint => Statement(problem, constraint, everything)).ToImmutableArray();
        var variables = everything.Select(column => new SlotVariable(
            [.. problem.Mentions.Where(mention => mention.Column == column && mention.Text.Any(char.IsLetterOrDigit))
                .Select(mention => mention.Text)])).ToImmutableArray();
        return objective is not { } terms || statements.Contains(null) || variables.Any(variable => variable.Names.IsEmpty)
            ? null
            : new SlotSheet(
                variables,
                problem.Objective.Sense,
                problem.Objective.Name,
                new SlotStatement(SlotShape.Objective, null, terms, []),
                [.. statements.Select(statement => statement!)]);
    }

    private static SlotStatement? Statement(Nl4OptProblem problem, Nl4OptConstraint constraint, ImmutableArray<int> everything)
    {
        var sign = constraint.Operator == Nl4OptOperator.LessOrEqual ? SlotOperator.AtMost : SlotOperator.AtLeast;
        SlotStatement? Make(SlotShape shape, ImmutableArray<SlotTerm>? terms, string? number) =>
            terms is { } known && (number is null ? 1 : Nl4OptNumber.Value(number)) is { } limit
                // Labels sometimes lose the percent sign of a share.
                ? new SlotStatement(shape, sign, known, [shape == SlotShape.Proportion && limit > 1 ? limit / 100 : limit])
                : null;

        return constraint switch
        {
            Nl4OptConstraint.Sum sum => Make(SlotShape.Sum, [.. everything.Select(column => new SlotTerm(column, SlotRole.Amount))], sum.Limit),
            Nl4OptConstraint.Linear linear => Make(SlotShape.WeightedSum, Terms(problem, linear.Terms), linear.Limit),
            Nl4OptConstraint.LowerBound lower => Make(SlotShape.SingleVariable, Plain(problem, [lower.Mention]), lower.Limit),
            Nl4OptConstraint.UpperBound upper => Make(SlotShape.SingleVariable, Plain(problem, [upper.Mention]), upper.Limit),
            Nl4OptConstraint.Ratio ratio => Make(
                SlotShape.Proportion,
                Plain(problem, [ratio.Mention])?.AddRange(everything.Select(column => new SlotTerm(column, SlotRole.Counterpart))),
                ratio.Limit),
            Nl4OptConstraint.Multiple multiple =>
                Make(SlotShape.Comparison, Sides(problem, multiple.XMention, multiple.YMention), multiple.Parameter),
            Nl4OptConstraint.Comparison comparison => Make(SlotShape.Comparison, Sides(problem, comparison.XMention, comparison.YMention), null),
            _ => null,
        };
    }

    private static ImmutableArray<SlotTerm>? Sides(Nl4OptProblem problem, string x, string y) =>
        problem.ColumnOf(x) is { } left && problem.ColumnOf(y) is { } right
            ? [new SlotTerm(left, SlotRole.Amount), new SlotTerm(right, SlotRole.Counterpart)]
            : null;

    private static ImmutableArray<SlotTerm>? Plain(Nl4OptProblem problem, ImmutableArray<string> mentions) =>
        Whole(mentions.Select(mention => problem.ColumnOf(mention) is { } column ? new SlotTerm(column, SlotRole.Amount) : (SlotTerm?)null));

    private static ImmutableArray<SlotTerm>? Terms(Nl4OptProblem problem, ImmutableArray<Nl4OptTerm> terms) =>
        Whole(terms.Select(term => problem.ColumnOf(term.Mention) is { } column && Nl4OptNumber.Value(term.Number) is { } value
            ? new SlotTerm(column, SlotRole.Amount, value)
            : (SlotTerm?)null));

    private static ImmutableArray<SlotTerm>? Whole(IEnumerable<SlotTerm?> terms)
    {
        var all = terms.ToImmutableArray();
        return all.Contains(null) ? null : [.. all.Select(term => term!.Value)];
    }
}
