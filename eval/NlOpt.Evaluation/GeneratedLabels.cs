using System.Collections.Immutable;
using NlOpt.Datasets.Generation;
using NlOpt.Formulation;
using NlOpt.Understanding.Training;

namespace NlOpt.Evaluation;

/// <summary>Turns generated problems into what the reader learns from: numbers by their places, mentions as columns.</summary>
public static class GeneratedLabels
{
    /// <summary>The labelled problem.</summary>
    public static LabelledProblem Of(GeneratedProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var formulation = problem.Formulation;
        var constraints = ImmutableArray.CreateBuilder<LabelledConstraint>();
        var clauses = ImmutableArray.CreateBuilder<Statement>();
        foreach (var statement in formulation.Statements)
        {
            if (Constraints(problem, statement) is { } converted) constraints.AddRange(converted);
            else clauses.Add(statement);
        }

        return new LabelledProblem(
            problem.Id,
            problem.Text,
            [.. problem.Mentions.Select(mention => (mention.Text, mention.Column))],
            formulation.Objective.Sense,
            formulation.Objective.Class == ObjectiveClass.Count ? null : Terms(formulation.Objective.Terms),
            constraints.ToImmutable(),
            [.. problem.Entities.Select(entity => new LabelledSpan(entity.Start, entity.End, entity.Label))])
        {
            Clauses = clauses.ToImmutable(),
            IsGenerated = true,
        };
    }

    /// <summary>The constraints that say the same; null for what the scheme of NL4Opt cannot say.</summary>
    private static IEnumerable<LabelledConstraint>? Constraints(GeneratedProblem problem, Statement statement)
    {
        var count = problem.Formulation.Variables.Length;
        return statement switch
        {
            Statement.SingleVariable(var variable, var limit) => Limited(LabelledConstraintType.Bound, limit, variable.Index, []),
            Statement.Sum(var variables, var limit) when variables.Length == count => Limited(LabelledConstraintType.Sum, limit, null, []),
            Statement.WeightedSum { FixedCharges.IsEmpty: true } row => Limited(LabelledConstraintType.Linear, row.Limit, null, Terms(row.Terms)),
            Statement.Proportion(var part, var whole, var share) when part.Length == 1 && whole.Length == count =>
                Limited(LabelledConstraintType.Ratio, share, part[0].Index, []),
            Statement.Comparison(var left, var how, var factor, var right) =>
            [
                new LabelledConstraint(
                    factor.Evidence is null ? LabelledConstraintType.Comparison : LabelledConstraintType.Multiple,
                    how == ComparisonOperator.AtLeast, factor.Evidence is null ? null : Number(factor), left.Index, right.Index, [], Direction(problem, statement))
                {
                    IsExact = how == ComparisonOperator.Equal,
                },
            ],
            _ => null,
        };
    }

    private static IEnumerable<LabelledConstraint> Limited(
        LabelledConstraintType type, Limit limit, int? variable, ImmutableArray<(int Variable, LabelledNumber Weight)> terms)
    {
        LabelledConstraint Make(SourcedNumber number, bool isAtLeast) => new(type, isAtLeast, Number(number), variable, null, terms, "");
        return limit switch
        {
            Limit.AtMost(var number) => [Make(number, false)],
            Limit.AtLeast(var number) => [Make(number, true)],
            Limit.Exactly(var number) => [Make(number, false) with { IsExact = true }],
            Limit.Between(var low, var high) => [Make(low, true), Make(high, false)],
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "an unknown kind of limit"),
        };
    }

    private static ImmutableArray<(int Variable, LabelledNumber Weight)> Terms(ImmutableArray<WeightedVariable> terms) =>
        [.. terms.Select(term => (term.Variable.Index, Number(term.Coefficient)))];

    private static LabelledNumber Number(SourcedNumber number) => new(number.Value, number.Evidence?.Start);

    /// <summary>The words of direction within what says the statement; empty when there are none.</summary>
    private static string Direction(GeneratedProblem problem, Statement statement)
    {
        if (statement.Evidence.IsEmpty) return "";
        var said = statement.Evidence[0];
        var words = problem.Entities.FirstOrDefault(entity => entity.Label == "CONST_DIR" && said.Start <= entity.Start && entity.End <= said.End);
        return words.Label is null ? "" : problem.Text[words.Start..words.End];
    }
}
