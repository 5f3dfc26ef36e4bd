using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Indicator rows to plain rows. <c>b = 1 implies a.x &lt;= u</c> becomes <c>a.x + (m - u) b &lt;= m</c>, where m is the largest value
/// that bounds and rows let a.x take; likewise for the other side and for b = 0. Where no finite m is proved there is no rewrite.
/// </summary>
internal static class IndicatorRewrite
{
    /// <summary>The problem with its indicators as rows after the other rows; the problem itself when it has none.</summary>
    public static Result<WorkingProblem> Apply(WorkingProblem problem)
    {
        if (problem.Indicators.IsEmpty) return Result.Success(problem);
        var bounds = ProvenBounds.Of(problem);
        var rewritten = problem.WithoutIndicators();
        foreach (var indicator in problem.Indicators)
        {
            var (least, most) = bounds.Activity(indicator.Expression.Terms);
            if (indicator.Upper is { } upper && most > upper)
            {
                if (!ModelValidator.IsAcceptable(most)) return Unproved(indicator, "largest");
                AddSide(rewritten, indicator, upper, most);
            }

            if (indicator.Lower is { } lower && least < lower)
            {
                if (!ModelValidator.IsAcceptable(least)) return Unproved(indicator, "smallest");
                AddSide(rewritten, indicator, lower, least);
            }
        }

        return Result.Success(rewritten);
    }

    private static void AddSide(WorkingProblem problem, Indicator indicator, double side, double extreme)
    {
        // Active at 1: a.x + (extreme - side) b reaches to extreme; active at 0: a.x - (extreme - side) b reaches to side.
        var slack = extreme - side;
        var (coefficient, limit) = indicator.ActiveValue ? (slack, extreme) : (-slack, side);
        var row = LinearExpression.Of([.. indicator.Expression.Terms, new Term(indicator.Binary, coefficient)]);
        problem.AddRow(row.Terms, slack > 0 ? double.NegativeInfinity : limit, slack > 0 ? limit : double.PositiveInfinity);
    }

    private static Result<WorkingProblem> Unproved(Indicator indicator, string which) => Result.Failure<WorkingProblem>(Diagnostic.Error(
        "solve.indicator-unbounded",
        $"this engine needs the {which} value of an indicator row's left-hand side, and no bound proves one",
        indicator.Name is null ? null : new DiagnosticLocation(Source: $"indicator row '{indicator.Name}'"),
        "give its variables upper and lower bounds"));
}
