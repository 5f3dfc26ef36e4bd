namespace NlOpt.Datasets.Generation.Banks;

/// <summary>What a domain or a phrasing may be used for.</summary>
internal enum BankSplit
{
    /// <summary>Readers may learn from it.</summary>
    Train,

    /// <summary>Only for measuring; no reader has seen it.</summary>
    HeldOut,
}
