using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Makes a solver of an <see cref="IEngine"/>: validation before every native call, second looks where engines blur, the result check
/// after. All adapters go through here, so none can leave these out.
/// </summary>
public sealed class EngineSolver : ISolver
{
    private readonly Func<SolveOptions, IEngine> _createEngine;
    private readonly Func<Diagnostic?> _findMissing;

    /// <summary>Describes an engine.</summary>
    /// <param name="name">Short name in lower case.</param>
    /// <param name="capabilities">What it can do.</param>
    /// <param name="createEngine">Makes a fresh native engine with these options.</param>
    /// <param name="findMissing">Null when the engine can be used here; else what is missing (<c>solve.engine-missing</c>).</param>
    public EngineSolver(
        string name, SolverCapabilities capabilities, Func<SolveOptions, IEngine> createEngine, Func<Diagnostic?> findMissing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(createEngine);
        ArgumentNullException.ThrowIfNull(findMissing);
        Name = name;
        Capabilities = capabilities;
        _createEngine = createEngine;
        _findMissing = findMissing;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SolverCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public Result<ISolverSession> Open(Model model, SolveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= SolveOptions.Default;
        var errors = ModelValidator.Validate(model, Name, Capabilities);
        if (!errors.IsEmpty) return Result.Failure<ISolverSession>(errors);
        if (_findMissing() is { } missing) return Result.Failure<ISolverSession>(missing);
        var session = new EngineSession(this, () => _createEngine(options), model, options);
        if (session.HandOver() is not { } refusal) return Result.Success<ISolverSession>(session);
        session.Dispose();
        return Result.Failure<ISolverSession>(refusal);
    }
}
