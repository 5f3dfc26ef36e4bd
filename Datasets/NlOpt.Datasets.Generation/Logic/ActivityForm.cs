namespace NlOpt.Datasets.Generation.Logic;

/// <summary>What is said about things being done at all; a, b, c are the things in order. Names of sections follow from the cases.</summary>
internal enum ActivityForm
{
    /// <summary>If a then b.</summary>
    Implication,

    /// <summary>a or b but not both.</summary>
    ExactlyOne,

    /// <summary>a or b or both.</summary>
    AtLeastOne,

    /// <summary>Not both a and b.</summary>
    AtMostOne,

    /// <summary>a if and only if b.</summary>
    Equivalence,

    /// <summary>a if and only if not b.</summary>
    EquivalenceOpposite,

    /// <summary>If a and b then c.</summary>
    AndThen,

    /// <summary>If a and b then not c.</summary>
    AndThenNot,

    /// <summary>If a or b then c.</summary>
    OrThen,

    /// <summary>If a or b then not c.</summary>
    OrThenNot,

    /// <summary>If a then b or c.</summary>
    ThenOr,

    /// <summary>If a then b and c.</summary>
    ThenAnd,

    /// <summary>If a then neither b nor c.</summary>
    ThenNeither,

    /// <summary>a in any case.</summary>
    Forced,

    /// <summary>a in no case.</summary>
    Forbidden,

    /// <summary>Not all of several.</summary>
    NotAll,

    /// <summary>A number of several, which are listed.</summary>
    KOfN,

    /// <summary>A number of all things of the problem.</summary>
    KOfAll,
}
