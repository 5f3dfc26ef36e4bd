namespace NlOpt.Formulation;

/// <summary>What became of one number of the text. The ledger as a whole shows that none was dropped or invented.</summary>
/// <param name="Evidence">Where the number stands, percent signs and currency included.</param>
/// <param name="Value">Its value as read, percentages as fractions.</param>
/// <param name="Use">What it was used for.</param>
public sealed record LedgerEntry(Evidence Evidence, double Value, NumberUse Use)
{
    /// <summary>What else is to be known about its use, in plain words, for example <c>2 hours = 120 minutes</c>; null when nothing.</summary>
    public string? Note { get; init; }
}
