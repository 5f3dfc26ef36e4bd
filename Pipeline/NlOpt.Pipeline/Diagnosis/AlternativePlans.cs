using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Nearly optimal plans that differ by amounts that matter.</summary>
internal static class AlternativePlans
{
    // A tenth of an amount, or of the largest one for things the plan has none of; but a hundredth of the largest one at least.
    private const double Share = 0.1;
    private const double LeastShare = 0.01;

    public static ImmutableArray<AlternativePlan> Of(Solution solution, int most, double tolerance, SolveSeries series)
    {
        if (solution.Result is not { Termination: TerminationReason.Optimal, Primal: { } optimum }) return [];
        var lowered = solution.Lowered;
        ImmutableArray<VariableId> watched = [.. lowered.Formulation.Variables.Select(variable => lowered.AmountOf(variable.Id))];
        var options = new AlternativeOptions
        {
            Most = most,
            Tolerance = tolerance,
            Watched = watched,
            Steps = [.. watched.Select(variable => StepOf(variable, lowered.Model, optimum, watched))],
        };
        return [.. AlternativeSearch.Find(lowered.Model, optimum, options, series).Select(found => Described(solution, found))];
    }

    private static double StepOf(VariableId variable, Model model, PrimalSolution optimum, ImmutableArray<VariableId> watched)
    {
        var (amount, largest) = (Math.Abs(optimum[variable]), watched.Max(other => Math.Abs(optimum[other])));
        if (largest < 1e-6) return 1;
        var step = Math.Max((amount < 1e-6 ? largest : amount) * Share, largest * LeastShare);
        return model.Variables[variable.Index].Kind == VariableKind.Continuous ? step : Math.Max(1, Math.Round(step));
    }

    private static AlternativePlan Described(Solution best, PrimalSolution found)
    {
        var formulation = best.Formulation;
        ImmutableArray<PlannedAmount> plan = [.. formulation.Variables.Select(variable =>
        {
            var amount = found[best.Lowered.AmountOf(variable.Id)];
            return new PlannedAmount(variable, amount, PlainSentence.OfAmount(variable, amount));
        })];
        var change = found.ObjectiveValue - best.ObjectiveValue!.Value;
        var loss = formulation.Objective.Sense == ObjectiveSense.Maximize ? -change : change;
        var name = PlainSentence.ObjectiveName(formulation.Objective);
        var isOrAre = PlainSentence.IsOrAre(formulation.Objective);
        var worth = Comparing.IsNothing(change, best.ObjectiveValue.Value)
            ? $"{name} {isOrAre} the same, {LimitWords.OfObjective(found.ObjectiveValue, formulation)}"
            : $"{name} {isOrAre} {LimitWords.OfObjective(found.ObjectiveValue, formulation)}, {Comparing.Gain(change, formulation)}";
        var text = $"{PlainSentence.List(plan.Select(amount => amount.Text))}; {worth}.";
        return new(plan, found.ObjectiveValue, loss, char.ToUpperInvariant(text[0]) + text[1..]);
    }
}
