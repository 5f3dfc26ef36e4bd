using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Understanding.Training;

namespace NlOpt.Evaluation;

/// <summary>Turns NL4Opt problems into what the reader learns from: numbers as values, mentions as columns.</summary>
public static class Nl4OptLabels
{
    /// <summary>The labelled problem; null when a declaration names no known variable or holds no readable number.</summary>
    public static LabelledProblem? Of(Nl4OptProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var constraints = problem.Constraints.Select(constraint => Convert(problem, constraint)).ToList();
        var objective = problem.Objective is Nl4OptObjective.Weighted weighted ? Terms(problem, weighted.Terms) : null;
        if (constraints.Contains(null) || (problem.Objective is Nl4OptObjective.Weighted && objective is null)) return null;
        return new LabelledProblem(
            problem.Id,
            problem.Text,
            [.. problem.Mentions.Select(mention => (mention.Text, mention.Column))],
            problem.Objective.Sense,
            objective,
            [.. constraints.Select(constraint => constraint!)],
            [.. (problem.Entities ?? []).Select(entity => new LabelledSpan(entity.Start, entity.End, entity.Label))]);
    }

    private static LabelledConstraint? Convert(Nl4OptProblem problem, Nl4OptConstraint constraint)
    {
        var isAtLeast = constraint.Operator == Nl4OptOperator.GreaterOrEqual;
        LabelledConstraint? Make(
            LabelledConstraintType type, string? number, string? variable, string? other = null, ImmutableArray<(int, LabelledNumber)>? terms = null)
        {
            var value = number is null ? null : Nl4OptNumber.Value(number);
            int? column = variable is null ? null : problem.ColumnOf(variable);
            int? otherColumn = other is null ? null : problem.ColumnOf(other);
            var isIncomplete = (number is not null && value is null) || (variable is not null && column is null) || (other is not null && otherColumn is null);
            if (type == LabelledConstraintType.Ratio && value > 1) value /= 100;
            return isIncomplete || (type == LabelledConstraintType.Linear && terms is null)
                ? null
                : new LabelledConstraint(type, isAtLeast, value is { } said ? new LabelledNumber(said) : null, column, otherColumn, terms ?? [], constraint.Direction);
        }

        return constraint switch
        {
            Nl4OptConstraint.Sum sum => Make(LabelledConstraintType.Sum, sum.Limit, null),
            Nl4OptConstraint.Linear linear => Make(LabelledConstraintType.Linear, linear.Limit, null, null, Terms(problem, linear.Terms)),
            Nl4OptConstraint.LowerBound lower => Make(LabelledConstraintType.Bound, lower.Limit, lower.Mention),
            Nl4OptConstraint.UpperBound upper => Make(LabelledConstraintType.Bound, upper.Limit, upper.Mention),
            Nl4OptConstraint.Ratio ratio => Make(LabelledConstraintType.Ratio, ratio.Limit, ratio.Mention),
            Nl4OptConstraint.Multiple multiple => Make(LabelledConstraintType.Multiple, multiple.Parameter, multiple.XMention, multiple.YMention),
            Nl4OptConstraint.Comparison comparison => Make(LabelledConstraintType.Comparison, null, comparison.XMention, comparison.YMention),
            _ => null,
        };
    }

    private static ImmutableArray<(int Variable, LabelledNumber Weight)>? Terms(Nl4OptProblem problem, ImmutableArray<Nl4OptTerm> terms)
    {
        var converted = terms.Select(term => (Variable: problem.ColumnOf(term.Mention), Weight: Nl4OptNumber.Value(term.Number))).ToList();
        return converted.Exists(term => term.Variable is null || term.Weight is null)
            ? null
            : [.. converted.Select(term => (term.Variable!.Value, new LabelledNumber(term.Weight!.Value)))];
    }
}
