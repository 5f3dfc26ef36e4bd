using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Asks for more of a thing than the plan has, and tells what stands against it or what it costs.</summary>
internal sealed class WhyNotSearch(ReasonFinder finder, DiagnosisOptions options, CancellationToken cancellationToken)
{
    public Result<WhyNotOutcome> Of(ProblemFormulation formulation, DecisionVariableId variable, double? wanted)
    {
        var solved = finder.Solve(formulation, cancellationToken);
        if (!solved.TryGetValue(out var before)) return Result.Failure<WhyNotOutcome>(solved.Diagnostics);
        if (before.Plan.IsEmpty)
        {
            return Result.Failure<WhyNotOutcome>(
                Diagnostic.Error("reason.no-plan", "there is no plan that could have more of anything: " + before.Summary));
        }

        var planned = before.Plan[variable.Index].Amount;
        var amount = wanted ?? OneMore(planned, before.Lowered, variable);
        var demand = new Statement.SingleVariable(variable, new Limit.AtLeast(new(amount)));
        var tried = finder.WhatIf(before, [new FormulationChange.Add(demand)], cancellationToken);
        if (!tried.TryGetValue(out var whatIf)) return Result.Failure<WhyNotOutcome>(tried.Diagnostics);
        var most = Most(formulation, variable);
        var obstacles = whatIf.After.Result.Termination == TerminationReason.Infeasible ? Obstacles(whatIf.Changed) : null;
        var text = Text(formulation[variable], planned, amount, whatIf, most, obstacles);
        return Result.Success(new WhyNotOutcome(amount, whatIf, most, obstacles, text));
    }

    private static double OneMore(double planned, LoweredModel lowered, DecisionVariableId variable) =>
        lowered.Model.Variables[lowered.AmountOf(variable).Index].Kind == VariableKind.Continuous
            ? planned + Math.Max(1, AmountText.Readable(Math.Abs(planned) / 10))
            : Math.Round(planned) + 1;

    /// <summary>The largest amount that the rules allow.</summary>
    private double? Most(ProblemFormulation formulation, DecisionVariableId variable)
    {
        var largest = formulation with
        {
            Objective = new(ObjectiveSense.Maximize, ObjectiveClass.Count, formulation[variable].Name, [new(variable, new(1))]),
        };
        return finder.Solve(largest, cancellationToken).TryGetValue(out var solution) && solution.Result.Termination == TerminationReason.Optimal
            ? solution.ObjectiveValue
            : null;
    }

    private RuleConflict? Obstacles(ProblemFormulation changed)
    {
        var demand = changed.Statements.Length - 1;
        var musts = options.Musts.Add(demand);
        var alone = finder.With(options with { Musts = musts }).WhyNoPlan(changed, cancellationToken);
        return alone.TryGetValue(out var report) ? report.Conflicts.FirstOrDefault() : null;
    }

    private static string Text(DecisionVariable variable, double planned, double amount, WhatIfOutcome whatIf, double? most, RuleConflict? obstacles)
    {
        var name = PlainSentence.OfAmount(variable, amount);
        if (amount <= planned + 1e-6 * Math.Max(1, Math.Abs(planned))) return $"The plan has that much: {PlainSentence.OfAmount(variable, planned)}.";
        if (whatIf.After.Result.Termination == TerminationReason.Infeasible)
        {
            var formulation = whatIf.Changed;
            var reach = most is { } largest ? $" No plan has more than {PlainSentence.OfAmount(variable, largest)}." : "";
            var rules = obstacles?.Statements.Where(index => index < formulation.Statements.Length - 1)
                .Select(index => ConflictWords.Named(index, formulation)).ToList() ?? [];
            var why = rules.Count == 0
                ? $"{name} is more than any plan can have."
                : $"{name} cannot be met together with {PlainSentence.List(rules)}.";
            return char.ToUpperInvariant(why[0]) + why[1..] + reach;
        }

        if (whatIf.Gain is not { } gain) return whatIf.Text;
        return Comparing.IsNothing(gain, whatIf.Before.ObjectiveValue ?? 0)
            ? $"There could be: {name} is as good. {whatIf.Text}"
            : $"{char.ToUpperInvariant(name[0]) + name[1..]} would be worse. {whatIf.Text}";
    }
}
