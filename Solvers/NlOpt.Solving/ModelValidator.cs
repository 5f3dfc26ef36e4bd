using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Looks at numbers and capabilities before any native call: numbers that are not finite or too large make some engines abort the
/// process, hang, or call a wrong value optimal.
/// </summary>
public static class ModelValidator
{
    /// <summary>Numbers of this size or more are refused: engines read them as infinite (SCIP from 1e20) or abort (CLP from 1e25).</summary>
    public const double NumberLimit = 1e20;

    /// <summary>True for a number that engines can take.</summary>
    public static bool IsAcceptable(double number) => Math.Abs(number) < NumberLimit;

    /// <summary>Checks a model against what an engine can do.</summary>
    /// <returns>The errors found; empty when the engine may have the model. At most one for each kind of error.</returns>
    public static ImmutableArray<Diagnostic> Validate(Model model, string engine, SolverCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(capabilities);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (FirstUnacceptable(model) is var (where, number))
        {
            found.Add(Diagnostic.Error(
                "solve.number-too-large",
                string.Create(CultureInfo.InvariantCulture, $"the number {number} is {NumberLimit:0e0} or more in size, which engines cannot compute with"),
                new DiagnosticLocation(Source: where),
                "measure it in a larger unit, or leave a limit that never binds away"));
        }

        if (!capabilities.IntegerVariables && model.Variables.FirstOrDefault(variable => variable.Kind != VariableKind.Continuous) is { } whole)
            found.Add(Unsupported(engine, "has no integer variables", whole.Name));
        if (!capabilities.IntegerVariables && model.Indicators is [var indicator, ..])
            found.Add(Unsupported(engine, "has no indicator rows", indicator.Name));
        if (!capabilities.ContinuousVariables && model.Variables.FirstOrDefault(variable => variable.Kind == VariableKind.Continuous) is { } real)
            found.Add(Unsupported(engine, "has only integer variables", real.Name));
        return found.ToImmutable();
    }

    internal static Diagnostic Unsupported(string engine, string what, string? where) => Diagnostic.Error(
        "solve.unsupported",
        $"the engine {engine} {what}",
        where is null ? null : new DiagnosticLocation(Source: where),
        "choose another engine, or none so that a fitting one is chosen");

    private static (string Where, double Number)? FirstUnacceptable(Model model)
    {
        foreach (var variable in model.Variables)
        {
            if (FirstUnacceptable([], variable.Lower, variable.Upper) is { } bound) return ($"variable '{variable.Name}'", bound);
        }

        foreach (var row in model.Rows)
        {
            if (FirstUnacceptable(row.Expression.Terms, row.Lower, row.Upper) is { } number)
                return (row.Name is null ? $"row {row.Id.Index}" : $"row '{row.Name}'", number);
        }

        foreach (var indicator in model.Indicators)
        {
            if (FirstUnacceptable(indicator.Expression.Terms, indicator.Lower, indicator.Upper) is { } number)
                return (indicator.Name is null ? "an indicator row" : $"indicator row '{indicator.Name}'", number);
        }

        var objective = model.Objective.Expression;
        return FirstUnacceptable(objective.Terms, objective.Constant, null) is { } cost ? ("the objective", cost) : null;
    }

    private static double? FirstUnacceptable(ImmutableArray<Term> terms, double? lower, double? upper)
    {
        if (lower is { } low && !IsAcceptable(low)) return low;
        if (upper is { } high && !IsAcceptable(high)) return high;
        foreach (var term in terms)
        {
            if (!IsAcceptable(term.Coefficient)) return term.Coefficient;
        }

        return null;
    }
}
