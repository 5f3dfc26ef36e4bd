using NlOpt.Policies.Sddp.Cuts;

namespace NlOpt.Policies.Sddp.Passes;

/// <summary>The programs between two cut selections: those made at the selection, and the cuts added since.</summary>
internal sealed class StageBlock
{
    public StageBlock(MultistageProblem problem, CutPool[] pools)
    {
        Programs = [.. Enumerable.Range(0, problem.StageCount).Select(stage => CutPools.Program(problem, pools, stage))];
        Added = [.. Programs.Select(_ => new List<Cut>())];
    }

    public int StageCount => Programs.Length;

    public StageProgram[] Programs { get; }

    /// <summary>Cuts added since, stage by stage; written between passes over a stage, never during one.</summary>
    public List<Cut>[] Added { get; }
}
