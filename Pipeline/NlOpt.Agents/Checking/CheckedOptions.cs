namespace NlOpt.Agents.Checking;

/// <summary>What is done where a language model and the embedded reader disagree. Checked on construction.</summary>
public sealed record CheckedOptions
{
    /// <summary>Whether someone can be asked. If so, disagreements become questions; if not, a rule decides.</summary>
    /// <value>Default: true.</value>
    public bool IsAttended { get; init; } = true;

    /// <summary>
    /// The rule where nobody can be asked: the embedded reader's own formulation is taken where the language model's is doubtful and the reader's own
    /// confidence is at least this, in [0, 1]; else the language model's.
    /// </summary>
    /// <value>Default: 0.7, below which the reader is wrong too often to overrule anyone.</value>
    public double TrustedConfidence
    {
        get;
        init
        {
            if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(TrustedConfidence), value, "It must lie between 0 and 1.");
            field = value;
        }
    } = 0.7;
}
