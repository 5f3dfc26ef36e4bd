namespace NlOpt.Policies;

/// <summary>A rule that decides each stage of a multistage problem from what has been seen so far. Immutable; shared by threads.</summary>
public interface IPolicy
{
    /// <summary>Short name for tables, for example <c>sddp</c> or <c>ts-ddr</c>.</summary>
    string Name { get; }

    /// <summary>Opens the policy for one thread.</summary>
    /// <returns>The session, or why it cannot be used here (an engine is missing, say).</returns>
    Result<IPolicySession> Open();
}
