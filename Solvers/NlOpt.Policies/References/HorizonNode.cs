namespace NlOpt.Policies.References;

/// <summary>A stage within a <see cref="HorizonModel"/>.</summary>
/// <param name="Stage">Which stage of the problem.</param>
/// <param name="Parent">The node whose outgoing state comes in, one with a lower number; null where the given incoming state does.</param>
/// <param name="Noise">What happens in the stage.</param>
/// <param name="Weight">What the cost of the stage counts for: the probability of the node in a tree, else 1; at least 0, finite.</param>
public sealed record HorizonNode(int Stage, int? Parent, ImmutableArray<double> Noise, double Weight = 1);
