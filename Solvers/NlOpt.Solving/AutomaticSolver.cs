using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// The front door for callers that just want a model solved: chooses an engine for each model by what the engines declare
/// (docs/decisions/0002-which-engine-for-what.md). <see cref="SolveResult.Engine"/> tells which one ran.
/// </summary>
public sealed class AutomaticSolver : ISolver
{
    /// <summary>From this many non-zero coefficients on, a linear program counts as very large.</summary>
    public const int VeryLargeEntryCount = 2_000_000;

    private readonly ISolver _linear;
    private readonly ISolver _veryLargeLinear;
    private readonly ISolver _integer;
    private readonly ISolver _logical;

    /// <summary>Names an engine for each class of models.</summary>
    /// <param name="linear">For linear programs; gives dual values.</param>
    /// <param name="veryLargeLinear">For linear programs with at least <see cref="VeryLargeEntryCount"/> non-zero coefficients.</param>
    /// <param name="integer">For any model with integer variables.</param>
    /// <param name="logical">For models of integer variables only that have indicator rows; may refuse data.</param>
    /// <exception cref="ArgumentException">An engine does not declare what its class needs.</exception>
    public AutomaticSolver(ISolver linear, ISolver veryLargeLinear, ISolver integer, ISolver logical)
    {
        _linear = Require(linear, nameof(linear), needed => needed is { ContinuousVariables: true, UnboundedDomains: true, DualValues: true });
        _veryLargeLinear = Require(veryLargeLinear, nameof(veryLargeLinear), needed => needed is { ContinuousVariables: true, UnboundedDomains: true });
        _integer = Require(integer, nameof(integer), needed => needed is { ContinuousVariables: true, IntegerVariables: true, UnboundedDomains: true });
        _logical = Require(logical, nameof(logical), needed => needed is { IntegerVariables: true, NativeIndicators: true });
    }

    /// <inheritdoc/>
    public string Name => "automatic";

    /// <summary>What every model can count on: dual values come with linear programs only, as everywhere.</summary>
    public SolverCapabilities Capabilities => _integer.Capabilities with
    {
        DualValues = true,
        Accuracy = Math.Max(_integer.Capabilities.Accuracy, Math.Max(_linear.Capabilities.Accuracy, _veryLargeLinear.Capabilities.Accuracy)),
    };

    /// <summary>The engines to try on a model, in order; an engine is passed over only when it refuses the model's data.</summary>
    public ImmutableArray<ISolver> Choose(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.IsLinearProgram) return [model.Matrix.Values.Length < VeryLargeEntryCount ? _linear : _veryLargeLinear];
        return IsLogical(model) ? [_logical, _integer] : [_integer];
    }

    /// <inheritdoc/>
    public Result<ISolverSession> Open(Model model, SolveOptions? options = null)
    {
        var candidates = Choose(model);
        foreach (var solver in candidates[..^1])
        {
            var opened = solver.Open(model, options);
            if (opened.IsSuccess) return opened;
        }

        return candidates[^1].Open(model, options);
    }

    private static bool IsLogical(Model model) =>
        !model.Indicators.IsEmpty && model.Variables.All(variable => variable.Kind != VariableKind.Continuous);

    private static ISolver Require(ISolver solver, string parameter, Func<SolverCapabilities, bool> isEnough)
    {
        ArgumentNullException.ThrowIfNull(solver, parameter);
        return isEnough(solver.Capabilities) ? solver : throw new ArgumentException($"The engine {solver.Name} does not declare what this class of models needs.", parameter);
    }
}
