using System.Collections.Frozen;

namespace NlOpt.Understanding.Text;

/// <summary>Closed classes of English words that the reader's features and rules refer to.</summary>
internal static class WordLists
{
    /// <summary>Words that stand before a name without being part of it.</summary>
    public static readonly FrozenSet<string> Determiners = Set(
        "a an the each one every any all of both its their his her more per unit units and or to for number amount");

    /// <summary>Function words.</summary>
    public static readonly FrozenSet<string> Function = Set(
        "a an the of to and or for in on at is are be has have had with that it its they their he his she her you your we our i from by as "
        + "this these those will can must should there each every per one while if so also than then which who both all any them not no do "
        + "does up out into about only when how many much type types given");

    /// <summary>Words that end a measured noun ("5 hours of labor [per] table").</summary>
    public static readonly FrozenSet<string> UnitEnds = Set(
        "per to every each and or while whereas but in for on can using by from with at when if that is are must a an needed required "
        + "available worth have has it they with which who so daily weekly");

    /// <summary>Common verbs of amounts.</summary>
    public static readonly FrozenSet<string> AmountVerbs = Set(
        "is are has have had costs cost takes take requires require uses use needs need contains contain can must should will produces "
        + "produce makes make made gives provides earns earn sells sell yields yield");

    /// <summary>Words that are never a name by themselves nor the edge of one.</summary>
    public static readonly FrozenSet<string> NeverNames = Set(
        "profit cost costs total maximum minimum least most available budget demand hour hours minute minutes day days week weekly daily "
        + "month year time times maximize minimize need needs required require requires use uses used make makes made take takes produce "
        + "produces contain contains spend formulate lp problem money dollars dollar percent respectively however addition due because order "
        + "different two three four kinds kind types type finally furthermore additionally since exceed limit sell sells sold provide "
        + "provides consist consists using ones").Union(Function).Union(Determiners).ToFrozenSet();

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
