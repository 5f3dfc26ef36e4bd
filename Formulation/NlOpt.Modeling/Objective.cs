namespace NlOpt.Modeling;

/// <summary>What is optimized.</summary>
/// <param name="Sense">The direction.</param>
/// <param name="Expression">The linear function, its constant included.</param>
public sealed record Objective(ObjectiveSense Sense, LinearExpression Expression);

/// <summary>Whether the objective is to be made small or large.</summary>
public enum ObjectiveSense
{
    /// <summary>As small as possible.</summary>
    Minimize,

    /// <summary>As large as possible.</summary>
    Maximize,
}
