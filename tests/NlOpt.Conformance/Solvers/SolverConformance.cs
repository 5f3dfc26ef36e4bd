using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

/// <summary>
/// What every solver must do. An engine's test is a subclass that names the solver; what the engine declares to lack is skipped with
/// that reason, everything else must pass.
/// </summary>
public abstract partial class SolverConformance
{
    /// <summary>The solver under test.</summary>
    protected abstract ISolver Solver { get; }

    /// <summary>Relative accuracy that objectives and duals are held to; ten times what the engine declares for single rows.</summary>
    protected double Tolerance => 10 * Solver.Capabilities.Accuracy;

    private void NeedsContinuous() => Skip.IfNot(Solver.Capabilities.ContinuousVariables, $"{Solver.Name} has no continuous variables");

    private void NeedsInteger() => Skip.IfNot(Solver.Capabilities.IntegerVariables, $"{Solver.Name} has no integer variables");

    private void NeedsUnboundedDomains() => Skip.IfNot(Solver.Capabilities.UnboundedDomains, $"{Solver.Name} takes finite domains only");

    private void NeedsDuals() => Skip.IfNot(Solver.Capabilities.DualValues, $"{Solver.Name} has no dual values");

    /// <summary>Continuous where the engine has that, else integer: for tests that do not care.</summary>
    private VariableKind AnyKind => Solver.Capabilities.ContinuousVariables ? VariableKind.Continuous : VariableKind.Integer;

    private static VariableId Id(int index) => new(index);

    private ISolverSession Open(Model model, SolveOptions? options = null)
    {
        var opened = Solver.Open(model, options);
        opened.IsSuccess.Should().BeTrue(string.Join("; ", opened.Diagnostics));
        return opened.Value;
    }

    private SolveResult Solve(ModelDraft draft, SolveOptions? options = null)
    {
        using var session = Open(draft.Build(), options);
        return session.Solve();
    }

    /// <summary>Solves and holds everything that comes with an optimum against the draft, vertex choice aside.</summary>
    private SolveResult SolveToOptimum(ModelDraft draft, double expected, SolveOptions? options = null)
    {
        var result = Solve(draft, options);
        ShouldBeOptimal(result, expected);
        return result;
    }

    private void ShouldBeOptimal(SolveResult result, double expected)
    {
        result.Termination.Should().Be(TerminationReason.Optimal, result.Detail);
        result.PrimalBound.Should().BeApproximately(expected, Tolerance * Math.Max(1, Math.Abs(expected)));
        result.DualBound.Should().BeApproximately(expected, Tolerance * Math.Max(1, Math.Abs(expected)));
        result.RelativeGap.Should().BeLessThanOrEqualTo(Tolerance);
        result.Limit.Should().BeNull();
        result.PrimalRay.Should().BeNull();
    }
}
