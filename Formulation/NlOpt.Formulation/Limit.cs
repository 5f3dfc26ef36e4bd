namespace NlOpt.Formulation;

/// <summary>How an amount is limited.</summary>
public abstract record Limit
{
    private Limit()
    {
    }

    /// <summary>No more than a number.</summary>
    public sealed record AtMost(SourcedNumber Number) : Limit;

    /// <summary>No less than a number.</summary>
    public sealed record AtLeast(SourcedNumber Number) : Limit;

    /// <summary>Exactly a number.</summary>
    public sealed record Exactly(SourcedNumber Number) : Limit;

    /// <summary>Between two numbers, both included.</summary>
    public sealed record Between(SourcedNumber Low, SourcedNumber High) : Limit;

    /// <summary>The smallest amount allowed; null when there is none.</summary>
    public double? Lower => this switch
    {
        AtLeast(var number) => number.Value,
        Exactly(var number) => number.Value,
        Between(var low, _) => low.Value,
        _ => null,
    };

    /// <summary>The largest amount allowed; null when there is none.</summary>
    public double? Upper => this switch
    {
        AtMost(var number) => number.Value,
        Exactly(var number) => number.Value,
        Between(_, var high) => high.Value,
        _ => null,
    };

    /// <summary>The numbers of the limit, in the order low, high.</summary>
    public IEnumerable<SourcedNumber> Numbers => this switch
    {
        AtMost(var number) => [number],
        AtLeast(var number) => [number],
        Exactly(var number) => [number],
        Between(var low, var high) => [low, high],
        _ => [],
    };
}
