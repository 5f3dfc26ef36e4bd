using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Says what grows without end, in the user's words.</summary>
internal static class GrowthSearch
{
    public static Result<ImmutableArray<EndlessGrowth>> Find(
        ProblemFormulation formulation, ISolver solver, DiagnosisOptions options, CancellationToken cancellationToken)
    {
        var lowering = Lowering.Lower(formulation, new LoweringOptions { Kinds = options.Kinds });
        if (!lowering.TryGetValue(out var lowered)) return Result.Failure<ImmutableArray<EndlessGrowth>>(lowering.Diagnostics);
        var growths = UnboundedSearch.Find(lowered.Model, new SolveSeries(solver, options.Solver, cancellationToken));
        return Result.Success<ImmutableArray<EndlessGrowth>>([.. growths.Select(growth => Described(growth, lowered))], lowering.Diagnostics);
    }

    private static EndlessGrowth Described(Growth growth, LoweredModel lowered)
    {
        var formulation = lowered.Formulation;
        ImmutableArray<DecisionVariableId> variables = [.. growth.Variables.Select(variable => lowered.Variables[variable.Index].Variable)];
        var names = variables.Select(variable => formulation[variable].Name).ToList();
        var objective = PlainSentence.ObjectiveName(formulation.Objective);
        var verb = formulation.Objective.Sense == ObjectiveSense.Maximize ? "grow" : "fall";
        var what = names.Count == 1 ? names[0] : $"{PlainSentence.List(names)} together";
        var remedy = names.Count == 1 ? $"say how much of {names[0]} there can be, or what limits it" : "a limit on one of them would end it";
        var text = $"There can be more and more {what}, and {objective} would {verb} without end: {remedy}.";
        return new(variables, growth.Rates, text);
    }
}
