using System.Collections.Frozen;

namespace NlOpt.Understanding.Clauses;

/// <summary>Closed classes of words that regular clauses are told by.</summary>
internal static class ClauseWords
{
    /// <summary>What one does with the things to decide on; regular endings are added.</summary>
    private static readonly string[] Verbs = (
        "produce make manufacture build assemble craft bake cook brew sew knit weave select choose pick take adopt approve fund finance accept "
            + "start launch begin open run operate use utilise "
        + "utilize employ hire rent lease buy purchase order acquire stock sell offer serve plant grow sow raise cultivate harvest farm install "
            + "set place locate include add carry ship send deliver transport schedule "
        + "assign deploy invest hold own implement undertake execute perform do pursue develop construct erect activate engage book air "
            + "advertise publish print teach prescribe "
        + "administer give feed mix blend keep have get supply provide conduct organise organize host visit staff commission introduce switch "
            + "turn go appear allow permit apply award contract admit appoint "
        + "bring cast dig drill drive enrol enroll establish fly form license maintain mine mount paint pack process refurbish release renovate "
            + "repair research roast rotate show stage staff study support test treat upgrade work").Split(' ');

    private static readonly string[] IrregularForms = (
        "operational operative active functional available made built chosen taken begun begins ran run bought sold grown sown set sent held "
            + "kept had has gotten given fed done does did got goes went gone put brought cast dug drilled driven flown shown taught worn "
        + "written is in part plan mix portfolio programme program menu line-up lineup").Split(' ');

    /// <summary>Every form of a verb of doing.</summary>
    public static readonly FrozenSet<string> Doing = Verbs.SelectMany(Forms).Concat(IrregularForms).ToFrozenSet();

    /// <summary>Forms of the verbs that pick something: who must do this to a thing must have it in the plan.</summary>
    public static readonly FrozenSet<string> Choosing = ("choose select pick include open approve fund adopt launch undertake implement build "
        + "keep accept start finance").Split(' ').SelectMany(Forms)
        .Concat(["chosen", "undertaken", "built", "kept"]).ToFrozenSet();

    /// <summary>Words that negate what follows.</summary>
    public static readonly FrozenSet<string> Negations = Set("not cannot never no without none neither nor nothing");

    /// <summary>Verbs and adjectives that mean not doing.</summary>
    public static readonly FrozenSet<string> Omissions = Set(
        "omit missing omitting rejecting abandoning leaving skip skips skipped skipping drop drops dropped dropping forgo forgoes omit omits "
            + "omitted exclude excludes excluded excluding reject rejects rejected abandon abandoned "
        + "forbidden prohibited banned impossible closed dropped unavailable");

    /// <summary>What is said of things that have to be done.</summary>
    public static readonly FrozenSet<string> Musts = Set("mandatory compulsory obligatory indispensable essential unavoidable");

    /// <summary>Words that may stand around a name without changing what is said of it.</summary>
    public static readonly FrozenSet<string> Determiners = Set("a an the any some its their his her our this that these those such more new "
        + "additional actual");

    /// <summary>Nouns that stand for whatever is to be decided on.</summary>
    public static readonly FrozenSet<string> GenericNouns = Set(
        "project projects product products item items option options type types kind kinds model models machine machines store stores site sites "
            + "plant plants one ones thing things choice choices alternative "
        + "alternatives candidate candidates facility facilities location locations warehouse warehouses investment investments crop crops "
            + "course courses service services activity activities vehicle vehicles "
        + "job jobs task tasks line lines good goods unit units amount amounts production number quantity quantities use dish dishes ingredient "
            + "ingredients ad ads channel channels medicine medicines drug drugs "
        + "treatment treatments asset assets supplier suppliers route routes method methods process processes campaign campaigns");

    /// <summary>Words that tell of amounts a piece, goals or comparisons: no clause about activity holds them.</summary>
    public static readonly FrozenSet<string> Amounts = Set(
        "profit profits cost costs price prices revenue revenues hour hours minute minutes budget per percent % ratio than less fewer more much "
            + "many maximize maximise minimize minimise maximum minimum total "
        + "demand capacity dollars money exceed exceeds average earn earns weigh weighs how ?");

    /// <summary>Words that carry no content of their own.</summary>
    public static readonly FrozenSet<string> Light = Set(
        "a an the any some all its their his her our this that these those such be is are was were been being will would shall should must may "
            + "might can could has have had having to do does did in on at of for by from "
        + "with and or also then too as well so it they them he she we you i one company firm manager owner at least either both only not no "
            + "however just actually indeed still even up out off , : ( ) - ' \" “ ” ’ 's "
        + "there due because since order matter what whatever addition furthermore moreover finally additionally similarly case allowed able "
            + "possible needed necessary required decided decide decides wants want wish wishes need needs "
        + "same time plan day week month year season own simultaneously together amount amounts quantity number part "
        + "always become becomes becoming automatically again simply anyway else already");

    /// <summary>Words without one of which a clause with numbers says nothing that rules read.</summary>
    public static readonly FrozenSet<string> Signals = Set(
        "if unless whenever whoever when once where should only either neither both none no not cannot without alongside between together "
            + "combined total altogether jointly sum overall exceed exceeds outnumber "
        + "equal equals same share proportion percentage requires require needs need means mean implies imply allows allow limits limit batch "
            + "batches lot lots order run zero worth pay nothing omit skip accompany calls call room from following these them exactly choice "
                + "smallest minimum minimal provided supposing suppose fee permit licence license different distinct caps cap restricts restrict");

    /// <summary>Words that say it only together with two names and a single number.</summary>
    public static readonly FrozenSet<string> WeakSignals = Set("than as of to for with before one any all");

    public static readonly FrozenSet<string> Duties = Set("must should shall needs need has have required require requires will necessary "
        + "obliged mandatory wants want insists insist");

    public static readonly FrozenSet<string> Permissions = Set("can may could might allowed able possible cannot");

    private static IEnumerable<string> Forms(string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        yield return verb;
        yield return verb.EndsWith('y') && verb.Length > 3 && !"aeiou".Contains(verb[^2]) ? verb[..^1] + "ies" : verb + "s";
        yield return verb + "es";
        yield return stem + "ed";
        yield return stem + "ing";
        yield return verb + verb[^1] + "ed";
        yield return verb + verb[^1] + "ing";
        if (verb.EndsWith('y')) yield return verb[..^1] + "ied";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
