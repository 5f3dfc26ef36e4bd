namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>Finds a smaller unit for a measure: "minutes of baking" for "hours of baking".</summary>
internal static class OtherUnits
{
    private static readonly (string From, string To, double Factor)[] Known =
    [
        ("hours", "minutes", 60), ("hour", "minutes", 60), ("minutes", "seconds", 60), ("kg", "grams", 1000), ("kilograms", "grams", 1000),
        ("tons", "kg", 1000), ("litres", "ml", 1000), ("liters", "ml", 1000), ("metres", "cm", 100), ("meters", "cm", 100),
        ("km", "metres", 1000),
    ];

    /// <summary>The measure in the other unit, and how many of it make one; null where no other unit is known.</summary>
    public static (string Measure, double Factor)? Of(string measure)
    {
        var first = measure.Split(' ')[0];
        foreach (var (from, to, factor) in Known)
            if (first.Equals(from, StringComparison.OrdinalIgnoreCase)) return (to + measure[first.Length..], factor);
        return null;
    }
}
