namespace NlOpt.Policies.Examples;

/// <summary>The small problems that come with the product, with numbers of our own.</summary>
public static class ExampleProblems
{
    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<ExampleProblem> All { get; } =
    [
        new(
            "inventory",
            "Order one product from a supplier of limited capacity before seasonal demand is known; what is missing is delivered late.",
            InventoryProblem.Create),
        new("newsvendor", "Order today what may be sold tomorrow; what is missing is lost, what is left is stored.", NewsvendorProblem.Create),
        new(
            "production",
            "Make and store two products that share a workshop and a storeroom and sell best in opposite seasons.",
            ProductionProblem.Create),
    ];

    /// <summary>The problem of a name; null when there is none.</summary>
    public static ExampleProblem? Find(string name) => All.FirstOrDefault(problem => problem.Name == name);
}
