namespace NlOpt.Modeling;

/// <summary>A row of an MPS file before its limits are known.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">One of N, L, G and E.</param>
/// <param name="at">Where it is declared.</param>
internal sealed class MpsRow(string name, char type, TextPosition at)
{
    public char Type { get; } = type;

    public DraftRow Draft { get; } = new(name, at);

    /// <summary>The right-hand side; null when the file gives none, which means 0.</summary>
    public double? RightHandSide { get; set; }

    /// <summary>The entry of the RANGES section; null when there is none.</summary>
    public double? Range { get; set; }

    /// <summary>The variable whose entry came last, by which a second entry is noticed.</summary>
    public DraftVariable? LastVariable { get; set; }

    /// <summary>Works out the limits by the sign rules of RANGES.</summary>
    public void SetLimits()
    {
        var side = RightHandSide ?? 0;
        var size = Range is { } range ? Math.Abs(range) : (double?)null;
        (Draft.Lower, Draft.Upper) = Type switch
        {
            'L' => (side - size, side),
            'G' => (side, side + size),
            'E' => Range switch
            {
                null => (side, side),
                < 0 => (side - size, side),
                _ => (side, side + size),
            },
            _ => ((double?)null, (double?)null),
        };
    }
}
