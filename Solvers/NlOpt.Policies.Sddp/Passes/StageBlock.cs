namespace NlOpt.Policies.Sddp.Passes;

/// <summary>The programs of some work, such as that between two cut selections, and the cuts added to them since they were made.</summary>
/// <param name="programs">One a stage; each must be there when its stage is first solved.</param>
internal sealed class StageBlock(StageProgram?[] programs)
{
    public int StageCount => programs.Length;

    /// <summary>Cuts added since, stage by stage; written between passes over a stage, never during one.</summary>
    public List<Cut>[] Added { get; } = [.. programs.Select(_ => new List<Cut>())];

    public StageProgram ProgramOf(int stage) => programs[stage] ?? throw new InvalidOperationException("The program of the stage is not made yet.");
}
