using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>What a comparison of two models came to.</summary>
public abstract record ModelComparison
{
    private ModelComparison()
    {
    }

    /// <summary>True only for <see cref="Equivalent"/>.</summary>
    public bool IsEquivalent => this is Equivalent;

    /// <summary>The models mean the same.</summary>
    /// <param name="Correspondence">For each variable of the first model, by id, the variable of the second that it is.</param>
    public sealed record Equivalent(ImmutableArray<VariableId> Correspondence) : ModelComparison;

    /// <summary>No renaming of the variables makes the models mean the same.</summary>
    /// <param name="Reason">The first difference that was found, in words.</param>
    public sealed record Different(string Reason) : ModelComparison;

    /// <summary>The models are so regular that the search was given up: nothing may be concluded.</summary>
    /// <param name="Reason">What was given up, in words.</param>
    public sealed record Undecided(string Reason) : ModelComparison;
}
