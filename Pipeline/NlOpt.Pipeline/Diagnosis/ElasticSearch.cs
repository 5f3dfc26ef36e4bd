using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>
/// Moves limits as little as makes a plan possible: the rows of some statements may be missed at a price, and the plan that misses them least tells
/// the limits that fit. Where the limit is a ratio, which is no side of a row, the ratio itself is then improved step by step (Dinkelbach, 1967).
/// </summary>
internal sealed class ElasticSearch(GroupedFormulation grouped, SolveSeries series)
{
    private const int MostRatioSteps = 20;
    private const double Tolerance = 1e-7;

    /// <summary>What each statement's limit would have to hold.</summary>
    /// <param name="absent">Groups that are left out.</param>
    /// <param name="elastic">Statements whose limits may move.</param>
    /// <returns>The amounts by statement; null for a statement that need not move. Null when moving them does not help, or was not settled.</returns>
    public Dictionary<int, double?>? Amounts(IReadOnlySet<int> absent, IReadOnlyCollection<int> elastic)
    {
        var builder = grouped.Without(absent.Union(elastic));
        List<Term> price = [];
        foreach (var statement in elastic) price.AddRange(AddElastic(builder, statement));
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(price));
        if (series.Solve(builder.Build()) is not { Termination: TerminationReason.Optimal, Primal: { } primal }) return null;
        return elastic.ToDictionary(
            statement => statement, statement => StatementLimit.AmountOf(Statement(statement), grouped.Lowered, primal));
    }

    /// <summary>A ratio nearest to the limit of a statement, starting from one that is possible.</summary>
    public double NearestRatio(IReadOnlySet<int> absent, int statement, double ratio)
    {
        var sense = StatementLimit.Of(Statement(statement)) switch
        {
            Limit.AtMost => ObjectiveSense.Minimize,
            Limit.AtLeast => ObjectiveSense.Maximize,
            _ => (ObjectiveSense?)null,
        };
        if (sense is not { } direction) return ratio;
        var (over, under) = StatementLimit.RatioOf(Statement(statement));
        HashSet<int> others = [.. absent, statement];
        for (var step = 0; step < MostRatioSteps; step++)
        {
            var builder = grouped.Without(others);
            builder.SetObjective(direction, LinearExpression.Of(
            [
                .. over.Select(variable => new Term(grouped.Lowered.AmountOf(variable), 1)),
                .. under.Select(variable => new Term(grouped.Lowered.AmountOf(variable), -ratio)),
            ]));
            if (series.Solve(builder.Build()) is not { Termination: TerminationReason.Optimal, Primal: { } primal }) return ratio;
            if (Math.Abs(primal.ObjectiveValue) <= Tolerance) return ratio;
            if (StatementLimit.AmountOf(Statement(statement), grouped.Lowered, primal) is not { } next) return ratio;
            if (direction == ObjectiveSense.Maximize ? next <= ratio : next >= ratio) return ratio;
            ratio = next;
        }

        return ratio;
    }

    private Statement Statement(int index) => grouped.Formulation.Statements[index];

    /// <summary>Adds the rows of a statement so that they may be missed; gives what that costs.</summary>
    private IEnumerable<Term> AddElastic(ModelBuilder builder, int statement)
    {
        var weight = 1 / Math.Max(1, StatementLimit.Of(Statement(statement))?.Numbers.Max(number => Math.Abs(number.Value)) ?? 1);
        var below = builder.AddVariable(NameOf("below", statement));
        var above = builder.AddVariable(NameOf("above", statement));
        foreach (var row in grouped.Groups[statement].Rows.Select(id => grouped.Lowered.Model.Rows[id.Index]))
            builder.AddRow(Missed(row.Expression, row.Lower, row.Upper), row.Lower, row.Upper);
        foreach (var row in grouped.Groups[statement].Indicators.Select(position => grouped.Lowered.Model.Indicators[position]))
            builder.AddIndicator(row.Binary, row.ActiveValue, Missed(row.Expression, row.Lower, row.Upper), row.Lower, row.Upper);
        return [new(below, weight), new(above, weight)];

        LinearExpression Missed(LinearExpression expression, double? lower, double? upper) => LinearExpression.Of(
        [
            .. expression.Terms,
            .. lower is null ? Array.Empty<Term>() : [new(below, 1)],
            .. upper is null ? Array.Empty<Term>() : [new(above, -1)],
        ]);
    }

    private string NameOf(string what, int statement)
    {
        var name = $"{what} rule {statement + 1}";
        while (grouped.Lowered.Model.Variables.Any(variable => variable.Name == name)) name += "_";
        return name;
    }
}
