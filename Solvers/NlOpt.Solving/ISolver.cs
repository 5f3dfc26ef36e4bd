using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>An engine that solves models. Immutable and safe to use from many threads; the sessions it opens are not.</summary>
public interface ISolver
{
    /// <summary>Short name in lower case, such as <c>glop</c>; stable, fit for command lines and reports.</summary>
    string Name { get; }

    /// <summary>What the engine can and cannot do; the conformance suite holds it to this.</summary>
    SolverCapabilities Capabilities { get; }

    /// <summary>Opens a session on a model, so that it can be solved, changed and solved again.</summary>
    /// <param name="model">The model; it is not changed, ever.</param>
    /// <param name="options">How to solve; null for <see cref="SolveOptions.Default"/>.</param>
    /// <returns>
    /// The session, to be disposed by the caller; or diagnostics: <c>solve.unsupported</c> when this engine can never solve such a model,
    /// <c>solve.number-too-large</c> when a number is beyond what engines survive, <c>solve.indicator-unbounded</c> when an indicator
    /// would need a constant that no bound proves, <c>solve.engine-missing</c> when its native library cannot be loaded.
    /// </returns>
    Result<ISolverSession> Open(Model model, SolveOptions? options = null);
}
