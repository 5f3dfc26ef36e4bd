using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Checks a plan of the user against each statement by arithmetic alone: no engine is asked.</summary>
internal static class PlanCheck
{
    private const double Tolerance = 1e-6;

    public static PlanVerdict Check(LoweredModel lowered, IReadOnlyList<double> amounts)
    {
        var formulation = lowered.Formulation;
        var primal = PointOf(lowered, amounts);
        ImmutableArray<StatementVerdict> statements = [.. formulation.Statements.Select((_, index) => Judge(lowered, index, primal))];
        ImmutableArray<string> bad = [.. formulation.Variables.SelectMany(variable => BadAmounts(lowered, variable, amounts[variable.Id.Index]))];
        var missed = statements.Count(statement => !statement.IsMet);
        var isFine = missed == 0 && bad.IsEmpty;
        var worth = $"{PlainSentence.ObjectiveName(formulation.Objective)} would be {LimitWords.OfObjective(primal.ObjectiveValue, formulation)}";
        var text = isFine
            ? $"That would be all right; {worth}."
            : $"That would not be all right: {PlainSentence.List([.. bad, .. statements.Where(statement => !statement.IsMet)
                .Select(statement => $"{ConflictWords.PlaceOf(statement.Index, formulation)} is {statement.Text}")])}.";
        return new(isFine, primal.ObjectiveValue, statements, bad, text);
    }

    /// <summary>The point of the model that a plan means: a thing is done when there is any of it.</summary>
    private static PrimalSolution PointOf(LoweredModel lowered, IReadOnlyList<double> amounts)
    {
        ImmutableArray<double> values = [.. lowered.Variables.Select(origin =>
            origin.IsActivity ? Math.Abs(amounts[origin.Variable.Index]) > Tolerance ? 1.0 : 0 : amounts[origin.Variable.Index])];
        return new(lowered.Model.Objective.Expression.Evaluate(values), values);
    }

    private static StatementVerdict Judge(LoweredModel lowered, int index, PrimalSolution primal)
    {
        var statement = lowered.Formulation.Statements[index];
        var isMet = lowered.RowsOf(index).All(row => Holds(row.Expression, row.Lower, row.Upper, primal))
            && lowered.IndicatorsOf(index).All(row =>
                primal[row.Binary] > 0.5 != row.ActiveValue || Holds(row.Expression, row.Lower, row.Upper, primal));
        if (isMet)
        {
            var outcome = StatementExplainer.Explain(lowered, index, primal, null);
            return new(index, statement, true, outcome.Activity, null, outcome.Text);
        }

        var amount = StatementLimit.AmountOf(statement, lowered, primal);
        var limit = StatementLimit.Of(statement);
        var by = amount is not { } there || limit is null ? null : limit.Lower > there ? limit.Lower - there : there - limit.Upper;
        return new(index, statement, false, amount, by, Missed(statement, amount, limit, by, lowered.Formulation));
    }

    private static string Missed(Statement statement, double? amount, Limit? limit, double? by, ProblemFormulation formulation)
    {
        if (amount is not { } there || by is not { } gap || limit is null) return "not met";
        var isTooLittle = limit.Lower > there;
        var number = (isTooLittle ? limit.Lower : limit.Upper)!.Value;
        var bound = limit is Limit.Exactly ? "exactly" : isTooLittle ? "at least" : "at most";
        return $"missed: {LimitWords.Of(statement, there, formulation)} where {bound} {LimitWords.Bare(statement, number, formulation)} "
            + $"must be, {LimitWords.Bare(statement, gap, formulation)} too {TooWhat(statement, isTooLittle, formulation)}";
    }

    private static string TooWhat(Statement statement, bool isTooLittle, ProblemFormulation formulation) => statement switch
    {
        Statement.SingleVariable(var variable, _) when IsCounted(variable, formulation) => isTooLittle ? "few" : "many",
        Statement.Sum(var variables, _) when variables.All(variable => IsCounted(variable, formulation)) => isTooLittle ? "few" : "many",
        Statement.Cardinality => isTooLittle ? "few" : "many",
        _ => isTooLittle ? "little" : "much",
    };

    private static bool IsCounted(DecisionVariableId variable, ProblemFormulation formulation) =>
        formulation[variable].Divisibility == Divisibility.Whole;

    private static bool Holds(LinearExpression expression, double? lower, double? upper, PrimalSolution primal)
    {
        var activity = expression.Evaluate(primal.Values);
        var largest = expression.Terms.Select(term => Math.Abs(term.Coefficient * primal[term.Variable])).DefaultIfEmpty(0).Max();
        var scale = Tolerance * Math.Max(1, largest);
        return (lower is not { } low || activity >= low - Math.Max(scale, Tolerance * Math.Abs(low)))
            && (upper is not { } high || activity <= high + Math.Max(scale, Tolerance * Math.Abs(high)));
    }

    private static IEnumerable<string> BadAmounts(LoweredModel lowered, DecisionVariable variable, double amount)
    {
        if (amount < -Tolerance) yield return $"there cannot be less than no {variable.Name}";
        var isWhole = lowered.Model.Variables[lowered.AmountOf(variable.Id).Index].Kind == VariableKind.Integer;
        if (isWhole && Math.Abs(amount - Math.Round(amount)) > Tolerance)
            yield return $"{variable.Name} come in whole pieces, and {AmountText.Of(amount)} is not whole";
        if (lowered.ActivityOf(variable.Id) is null || variable.SmallestBatch is not { Value: var batch }) yield break;
        if (amount > Tolerance && amount < batch - Tolerance * batch)
            yield return $"{PlainSentence.OfAmount(variable, amount)} is less than the smallest amount, {AmountText.Of(batch, variable.Unit)}";
    }
}
