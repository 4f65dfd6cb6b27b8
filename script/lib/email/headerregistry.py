"""Headers that know what they are."""

from email._modern import Address, BaseHeader
