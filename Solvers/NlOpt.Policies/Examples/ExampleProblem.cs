namespace NlOpt.Policies.Examples;

/// <summary>A problem that comes with the product.</summary>
/// <param name="Name">What commands call it.</param>
/// <param name="Summary">One sentence for people.</param>
/// <param name="Create">Makes the problem; the same each time.</param>
public sealed record ExampleProblem(string Name, string Summary, Func<MultistageProblem> Create);
