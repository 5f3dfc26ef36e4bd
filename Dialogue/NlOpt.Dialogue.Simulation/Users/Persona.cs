namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>How a simulated user talks; all but the first have a fault that people have.</summary>
public enum Persona
{
    /// <summary>Answers what was asked, whole and right.</summary>
    Faithful,

    /// <summary>Wavers, and often knows amounts only when asked again.</summary>
    Hesitant,

    /// <summary>Adds talk that has nothing to do with the problem.</summary>
    OverExplaining,

    /// <summary>Says bare names and numbers.</summary>
    Concise,

    /// <summary>Says several things in one message, asked or not.</summary>
    AllAtOnce,

    /// <summary>Says a wrong number first and the right one later, as if nothing had been said.</summary>
    Contradicting,

    /// <summary>Says one number first, then takes it back.</summary>
    ChangingMind,

    /// <summary>Says amounts in another unit than the limit they go with: minutes for hours.</summary>
    OtherUnit,

    /// <summary>Does not know what each thing takes until the summary shows that it is missing.</summary>
    NotKnowing,

    /// <summary>Now and then answers with a rule when asked for amounts.</summary>
    AnsweringAnother,

    /// <summary>Mistypes words.</summary>
    Mistyping,
}
