using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Prices of limits with their ranges for linear programs; for others, what an eased limit would bring.</summary>
internal sealed class LimitWorthSearch(ReasonFinder finder, ISolver solver, DiagnosisOptions options, CancellationToken cancellationToken)
{
    // A limit is eased by a tenth: less would often change nothing where amounts come in whole pieces.
    private const double Share = 0.1;

    public Result<ImmutableArray<LimitWorth>> Of(Solution solution)
    {
        var model = solution.Lowered.Model;
        if (solution.Result.Termination != TerminationReason.Optimal)
        {
            return Result.Failure<ImmutableArray<LimitWorth>>(
                Diagnostic.Error("reason.no-plan", "limits have a worth only beside a best plan: " + solution.Summary));
        }

        var statements = solution.Statements;
        if (!model.IsLinearProgram) return Result.Success<ImmutableArray<LimitWorth>>([.. statements.Select(outcome => Eased(solution, outcome))]);
        var opened = solver.Open(model, options.Solver);
        if (!opened.TryGetValue(out var session)) return Result.Failure<ImmutableArray<LimitWorth>>(opened.Diagnostics);
        using (session) return Result.Success<ImmutableArray<LimitWorth>>([.. statements.Select(outcome => Priced(solution, outcome, session))]);
    }

    private LimitWorth Priced(Solution solution, StatementOutcome outcome, ISolverSession session)
    {
        if (outcome.Statement is not (Statement.SingleVariable or Statement.Sum or Statement.WeightedSum)) return Eased(solution, outcome);
        if (!outcome.IsBinding) return new(outcome.Index, false, null, null, null);
        var row = solution.Lowered.RowsOf(outcome.Index).Single();
        var side = row.IsEquality ? LimitSide.Both : StatementExplainer.IsAt(row.Upper, outcome.Activity!.Value) ? LimitSide.Upper : LimitSide.Lower;
        var prices = LimitPricing.Of(session, row, side, cancellationToken);
        return new(outcome.Index, true, prices, null, prices is null ? null : PriceText(outcome.Statement, prices, solution.Formulation));
    }

    private LimitWorth Eased(Solution solution, StatementOutcome outcome)
    {
        var (statement, index) = (outcome.Statement, outcome.Index);
        if (!outcome.IsBinding || EasedNumber(statement) is not { } number) return new(index, outcome.IsBinding, null, null, null);
        var tried = finder.WhatIf(solution, [new FormulationChange.MoveLimit(index, number)], cancellationToken);
        if (!tried.TryGetValue(out var whatIf) || whatIf.Gain is not { } gain || whatIf.After.Result.Termination != TerminationReason.Optimal)
            return new(index, true, null, null, null);
        var effect = Comparing.IsNothing(gain, solution.ObjectiveValue!.Value)
            ? "would change nothing"
            : $"would make {PlainSentence.ObjectiveName(solution.Formulation.Objective)} {Comparing.Gain(gain, solution.Formulation)}";
        var from = StatementLimit.Of(statement)!.Numbers.First().Value;
        var (eased, asIs) = (LimitWords.Of(statement, number, solution.Formulation), LimitWords.Bare(statement, from, solution.Formulation));
        var text = $"{eased} instead of {asIs} {effect}.";
        return new(index, true, null, new(number, gain), char.ToUpperInvariant(text[0]) + text[1..]);
    }

    /// <summary>A limit a tenth easier, whole where it was whole; null for what has no easier side.</summary>
    private static double? EasedNumber(Statement statement)
    {
        var (number, direction) = StatementLimit.Of(statement) switch
        {
            Limit.AtMost(var most) => (most.Value, 1),
            Limit.AtLeast(var least) => (least.Value, -1),
            _ => (0, 0),
        };
        if (direction == 0) return null;
        var isWhole = number == Math.Round(number) && statement is not Statement.Proportion;
        var step = isWhole ? Math.Max(1, Math.Round(Math.Abs(number) * Share)) : AmountText.Readable(Math.Abs(number) * Share);
        var eased = number + direction * step;
        return statement switch
        {
            Statement.Proportion => Math.Clamp(eased, 0, 1) is var share && share != number ? share : null,
            Statement.Comparison or Statement.SumComparison { Difference: null } => eased > 0 ? eased : number / 2,
            Statement.SumComparison => eased,
            _ => Math.Max(eased, 0) is var amount && amount != number ? amount : null,
        };
    }

    private static string PriceText(Statement statement, LimitPrices prices, ProblemFormulation formulation)
    {
        var unit = PlainSentence.UnitOf(statement, formulation);
        var one = unit is null ? "one" : AmountText.IsCurrency(unit) ? AmountText.OneOf(unit) : $"one {AmountText.OneOf(unit)}";
        var parts = new[] { (prices.Up, Word: "more", Sign: 1), (prices.Down, Word: "less", Sign: -1) }.Select(way => way.Item1 is { } price
            ? $"{one} {way.Word} {Effect(way.Sign * price.Price, formulation)}{Range(price, way.Sign, statement, formulation)}"
            : $"with {one} {way.Word} there is no plan").ToList();
        var text = string.Join("; ", parts) + ".";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Effect(double gain, ProblemFormulation formulation)
    {
        var name = PlainSentence.ObjectiveName(formulation.Objective);
        if (Math.Abs(gain) < 1e-7) return "changes nothing";
        var amount = LimitWords.OfObjective(Math.Abs(gain), formulation);
        return gain > 0 ? $"adds {amount} to {name}" : $"takes {amount} off {name}";
    }

    private static string Range(LimitPrice price, int sign, Statement statement, ProblemFormulation formulation) => price.Until is { } until
        ? $", {(sign > 0 ? "up to" : "down to")} {LimitWords.Of(statement, until, formulation)}{(price.IsEnd ? " (no plan beyond)" : "")}"
        : ", without end";
}
