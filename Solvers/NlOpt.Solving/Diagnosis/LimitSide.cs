namespace NlOpt.Solving.Diagnosis;

/// <summary>Which side of a row is meant.</summary>
public enum LimitSide
{
    /// <summary>The smallest activity.</summary>
    Lower,

    /// <summary>The largest activity.</summary>
    Upper,

    /// <summary>Both at once, of an equality.</summary>
    Both,
}
