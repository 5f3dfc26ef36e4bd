using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Sddp.Files;

namespace NlOpt.Policies.Sddp;

/// <summary>Decides each stage by its own cost plus the cost to go that cuts approximate.</summary>
public sealed class SddpPolicy : IPolicy
{
    private readonly MultistageProblem _problem;
    private readonly ISolver _solver;
    private readonly SddpRecord _record;
    private readonly CutPool[] _pools;
    private readonly StageProgram[] _programs;

    internal SddpPolicy(MultistageProblem problem, ISolver solver, SddpRecord record)
    {
        (_problem, _solver, _record) = (problem, solver, record with { Curve = [] });
        _pools = CutPools.Of(problem, record.CutKind, record.Points);
        _programs = CutPools.Programs(problem, _pools);
    }

    /// <inheritdoc/>
    public string Name => "sddp";

    /// <summary>Iterations of the training.</summary>
    public int Iterations => _record.Iterations;

    /// <summary>No policy has a lower risk-adjusted cost over all stages; null when the training proved nothing.</summary>
    public double? Bound => _record.Bound;

    /// <summary>The approximated cost of all stages after one, from below.</summary>
    /// <param name="stage">In [0, stage count - 1): the last stage has no cost to go.</param>
    /// <param name="outgoing">The state that the stage hands on: one number a state variable.</param>
    public double CostToGo(int stage, ReadOnlySpan<double> outgoing) => _pools[stage].HeightAt(outgoing);

    /// <inheritdoc/>
    public Result<IPolicySession> Open()
    {
        var opened = _programs[0].Open(_solver);
        if (!opened.TryGetValue(out var first)) return Result.Failure<IPolicySession>(opened.Diagnostics);
        first.Dispose();
        return Result.Success<IPolicySession>(new SddpPolicySession(_problem, _solver, _programs));
    }

    /// <summary>Writes the policy whole or not at all; equal policies give equal bytes.</summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <returns>The policy, or <c>sddp.file-unwritable</c>.</returns>
    public Result<SddpPolicy> Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SddpFile.Write(path, _problem, _record) is { } failure ? Result.Failure<SddpPolicy>(failure) : Result.Success(this);
    }

    /// <summary>Reads a policy, or the policy of a checkpoint.</summary>
    /// <param name="path">A file that <see cref="Save"/> or a training wrote. It is not trusted.</param>
    /// <param name="problem">The problem it was trained on.</param>
    /// <param name="solver">An engine for linear programs.</param>
    /// <returns>The policy, or <c>sddp.file-unreadable</c>, <c>sddp.file-broken</c>, <c>sddp.other-problem</c>.</returns>
    public static Result<SddpPolicy> Load(string path, MultistageProblem problem, ISolver solver)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        var read = SddpFile.Read(path, problem);
        return read.TryGetValue(out var record)
            ? Result.Success(new SddpPolicy(problem, solver, record))
            : Result.Failure<SddpPolicy>(read.Diagnostics);
    }
}
