namespace NlOpt.Datasets.Generation.Banks;

/// <summary>Which domains and phrases a bank is made of.</summary>
internal static class BankWords
{
    private const uint RehearsedOneIn = 4;

    /// <summary>What is measured with the bank: its domains are of this part alone, and its phrases come up often. Null for a bank to learn from.</summary>
    public static BankSplit? Measured(this GenerationBank bank) => bank switch
    {
        GenerationBank.HeldOut => BankSplit.HeldOut,
        GenerationBank.Rehearsal => BankSplit.Rehearsal,
        _ => null,
    };

    /// <summary>Whether the bank may say phrases of this part.</summary>
    public static bool MaySay(this GenerationBank bank, BankSplit split) => split switch
    {
        BankSplit.Train => true,
        BankSplit.Rehearsal => bank != GenerationBank.BeforeRehearsal,
        _ => bank == GenerationBank.HeldOut,
    };

    /// <summary>Whether the bank tells of domains of this part.</summary>
    public static bool HasDomain(this GenerationBank bank, BankSplit split) => bank.Measured() is { } measured ? split == measured : bank.MaySay(split);

    /// <summary>The part of words for training that a rehearsal leaves out or not.</summary>
    public static BankSplit RehearsedOf(string words) => Hash("rehearsal: " + words) % RehearsedOneIn == 0 ? BankSplit.Rehearsal : BankSplit.Train;

    /// <summary>FNV-1a, the same on every machine.</summary>
    public static uint Hash(string words) => words.Aggregate(2166136261u, (hash, sign) => unchecked((hash ^ sign) * 16777619u));
}
